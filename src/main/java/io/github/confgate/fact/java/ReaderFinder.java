package io.github.confgate.fact.java;

import io.github.confgate.fact.Reader;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Location;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the main code of one revision that reads keys. Nothing is read before the first question, and only files whose
 * words can hold an answer are parsed. Serves one thread.
 */
public final class ReaderFinder {

    /** Beyond so many keys of one range nobody reads who reads each. */
    private static final int MOST_KEYS = 2_000;

    /** A constant that so many files name tells nothing of any of them. */
    private static final int MOST_USES = 60;

    private static final Comparator<Reader> BY_PLACE = Comparator.comparing(
                    (Reader reader) -> reader.location().path())
            .thenComparing(reader -> reader.location().region())
            .thenComparing(Reader::key);

    private final JavaFiles files;
    private final CodeCache cache;
    private final Answers answers;
    private final Program program;
    private final Texts texts;
    private final BoundMembers members;
    private final ConfigPrefixes prefixes;
    private final Waits waits;
    private @Nullable List<BoundTypes.Root> roots;

    /**
     * @param java the files of main code ({@link MainCode}) of one revision
     * @param cache what is known of them
     */
    public ReaderFinder(SourceReader reader, List<SourceFile> java, CodeCache cache) {
        this.cache = cache;
        this.answers = cache.answers(java);
        this.files = new JavaFiles(reader, java, cache);
        this.program = new Program(files);
        this.texts = new Texts(program);
        this.members = new BoundMembers(program, texts);
        this.prefixes = new ConfigPrefixes(program, texts);
        this.waits = new Waits(program, texts);
    }

    /** What could not be read of the files that were parsed. */
    public List<Diagnostic> diagnostics() {
        return files.diagnostics().stream()
                .sorted(Comparator.comparing(Diagnostic::path))
                .toList();
    }

    /** Keeps for later runs what was learnt of the files. */
    public void save() {
        cache.save();
        answers.save();
    }

    /** The readers of each key, by path and place. */
    public Map<WantedKey, List<Reader>> readers(Set<WantedKey> wanted) {
        if (wanted.isEmpty() || wanted.size() > MOST_KEYS || files.isEmpty()) {
            return Map.of();
        }
        Optional<Map<WantedKey, List<Reader>>> known = answers.of(wanted);
        if (known.isPresent()) {
            return known.get();
        }
        Map<WantedKey, List<Reader>> found = search(wanted);
        if (files.diagnostics().isEmpty()) {
            answers.add(wanted, found);
        }
        return found;
    }

    private Map<WantedKey, List<Reader>> search(Set<WantedKey> wanted) {
        Map<WantedKey, List<Reader>> found = new LinkedHashMap<>();
        Map<WantedKey, Map<String, Reading>> readings = new LinkedHashMap<>();
        List<WantedKey> keys = List.copyOf(wanted);
        List<Reading> below = new ArrayList<>();
        for (Reading reading : named(keys, below)) {
            keys.stream().filter(reading.key()::reads).forEach(key -> readings.computeIfAbsent(
                            key, any -> new TreeMap<>())
                    .putIfAbsent(place(reading), reading));
        }
        for (BoundTypes.Root root : roots()) {
            for (WantedKey key : keys) {
                bound(root, key).ifPresent(reading -> readings.computeIfAbsent(key, any -> new TreeMap<>())
                        .putIfAbsent(place(reading), reading));
            }
        }
        for (WantedKey key : keys) {
            if (!readings.containsKey(key)) {
                deepest(below, key).forEach(reading -> readings.computeIfAbsent(key, any -> new TreeMap<>())
                        .putIfAbsent(place(reading), reading));
            }
        }
        readings.forEach((key, all) -> found.put(
                key, all.values().stream().map(this::reader).sorted(BY_PLACE).toList()));
        return found;
    }

    /** Of what reads everything below a key, what is nearest to one. */
    private static List<Reading> deepest(List<Reading> below, WantedKey key) {
        List<Reading> all =
                below.stream().filter(reading -> reading.key().reads(key)).toList();
        int most = all.stream()
                .mapToInt(reading -> reading.key().names().size())
                .max()
                .orElse(0);
        return all.stream()
                .filter(reading -> reading.key().names().size() == most)
                .toList();
    }

    /**
     * A reader of a key beside this one whose last name is spelt almost alike.
     *
     * @param set keys that have a value: they are meant as they are
     */
    public Optional<Reader> nearly(WantedKey wanted, Set<WantedKey> set) {
        if (wanted.names().size() < 2) {
            return Optional.empty();
        }
        List<Reading> beside = new ArrayList<>();
        BoundReads bound = new BoundReads(members);
        for (BoundTypes.Root root : roots()) {
            beside.addAll(bound.beside(root, wanted));
        }
        Candidates candidates = Candidates.beside(wanted);
        files.withWords(candidates).forEach(file -> read(file, candidates, new HashSet<>(), beside, new ArrayList<>()));
        return beside.stream()
                .filter(reading -> reading.key().isBeside(wanted)
                        && set.stream().noneMatch(reading.key()::reads)
                        && Keys.isTypo(
                                reading.key().names().get(reading.key().names().size() - 1), wanted.last()))
                .findFirst()
                .map(this::reader);
    }

    private static String place(Reading reading) {
        return reading.in().file().path()
                + ':'
                + reading.at().line()
                + ':'
                + reading.at().column();
    }

    private Optional<Reading> bound(BoundTypes.Root root, WantedKey key) {
        return new BoundReads(members).find(root, key);
    }

    private List<BoundTypes.Root> roots() {
        List<BoundTypes.Root> known = roots;
        if (known == null) {
            BoundTypes types = new BoundTypes(program, texts);
            known = program.typesWith(BoundTypes::mayDeclare)
                    .flatMap(decl -> types.of(decl).stream())
                    .toList();
            roots = known;
        }
        return known;
    }

    /** What is read by a name that stands in code. */
    private List<Reading> named(List<WantedKey> wanted, List<Reading> below) {
        Candidates candidates = new Candidates(wanted, files.count(words -> words.has(Words.At.CODE, "typesafe")) > 0);
        List<Reading> found = new ArrayList<>();
        Set<String> done = new HashSet<>();
        List<JavaFile> first = files.withWords(candidates);
        first.forEach(file -> read(file, candidates, done, found, below));
        for (JavaFile file : first) {
            Constants.with(file, texts, candidates.keyNames()).forEach(constant -> {
                if (files.count(constant::mayUse) <= MOST_USES) {
                    files.withWords(constant::mayUse).forEach(user -> read(user, candidates, done, found, below));
                }
            });
        }
        return found;
    }

    private void read(JavaFile file, Candidates candidates, Set<String> done, List<Reading> out, List<Reading> below) {
        if (!done.add(file.path())) {
            return;
        }
        AnnotationReads annotations = new AnnotationReads(program, texts, out::add);
        CallReads calls = new CallReads(program, texts, candidates.lastNames(), out::add);
        ConfigReads configs = new ConfigReads(program, texts, prefixes, out::add, below::add);
        ConfigEscapes escapes = new ConfigEscapes(program, prefixes, below::add);
        Program.types(file).forEach(decl -> {
            escapes.read(decl, candidates.innerNames()::contains);
            annotations.read(decl);
            calls.read(decl);
            configs.read(decl, candidates.lastNames()::contains, candidates.innerNames()::contains);
        });
    }

    private static Reader.@Nullable Fallback fallback(@Nullable String text) {
        return text == null ? null : new Reader.Fallback(text, "***");
    }

    private Reader reader(Reading reading) {
        SourceFile source = files.source(reading.in().file().path());
        return new Reader(
                new Location(source.path(), reading.at().region(), source.revision()),
                "",
                reading.key().text(),
                reading.in().type().name(),
                reading.type().toString(),
                fallback(reading.fallback()),
                reading.required(),
                Constraints.of(reading, program, texts),
                waits.of(reading));
    }
}
