package io.github.confgate.fact.java;

import io.github.confgate.source.Content;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The main code of one revision: its words, and the files that somebody asked for, parsed once. Nothing is read before
 * the first question. Serves one thread.
 */
final class JavaFiles {

    /** No file that people write is larger. */
    static final long LARGEST = 1024 * 1024;

    /** Beyond so many files the keys of a range are too many or too common to be looked for. */
    static final int MOST_PARSED = 3_000;

    /** Contents that are in memory at a time. */
    private static final int BATCH = 512;

    private final SourceReader reader;
    private final List<SourceFile> files;
    private final CodeCache cache;
    private final Map<String, Optional<JavaFile>> parsed = new HashMap<>();
    private @Nullable Index index;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private @Nullable List<Words> words;

    JavaFiles(SourceReader reader, List<SourceFile> files) {
        this(reader, files, CodeCache.NONE);
    }

    JavaFiles(SourceReader reader, List<SourceFile> files, CodeCache cache) {
        this.reader = reader;
        this.cache = cache;
        this.files = List.copyOf(files);
    }

    /** The files by their paths, and by the names of their types. */
    private record Index(Map<String, SourceFile> byPath, Map<String, List<Integer>> byName) {}

    private Index index() {
        Index known = index;
        if (known == null) {
            known = new Index(new HashMap<>(), new HashMap<>());
            for (int i = 0; i < files.size(); i++) {
                String path = files.get(i).path();
                known.byPath().put(path, files.get(i));
                String name = path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
                known.byName().computeIfAbsent(name, key -> new ArrayList<>()).add(i);
            }
            index = known;
        }
        return known;
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** What could not be read, in the order of the paths. */
    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    SourceFile source(String path) {
        return Objects.requireNonNull(index().byPath().get(path));
    }

    /** The files with these words, parsed. */
    List<JavaFile> withWords(Predicate<Words> wanted) {
        List<Words> known = words();
        List<SourceFile> found = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            if (wanted.test(known.get(i))) {
                found.add(files.get(i));
            }
        }
        parseTogether(found);
        return found.stream().flatMap(file -> parse(file).stream()).toList();
    }

    /** Parses on all processors what {@link #parse} would parse one by one, as far as it goes. */
    private void parseTogether(List<SourceFile> wanted) {
        List<SourceFile> unknown = new ArrayList<>();
        for (SourceFile file : wanted) {
            if (!parsed.containsKey(file.path()) && parsed.size() + unknown.size() < MOST_PARSED) {
                Optional<JavaFile> seen = cache.file(file.blob(), file.path());
                if (seen.isPresent()) {
                    parsed.put(file.path(), seen);
                } else {
                    unknown.add(file);
                }
            }
        }
        for (int from = 0; from < unknown.size(); from += BATCH) {
            List<SourceFile> batch = unknown.subList(from, Math.min(unknown.size(), from + BATCH));
            List<Content> contents = reader.readAll(batch, LARGEST);
            List<Parsing.Result> results = IntStream.range(0, batch.size())
                    .parallel()
                    .mapToObj(i -> parse(batch.get(i), contents.get(i)))
                    .toList();
            for (int i = 0; i < batch.size(); i++) {
                parsed.put(batch.get(i).path(), keep(batch.get(i), results.get(i)));
            }
        }
    }

    /** A file by its path. */
    Optional<JavaFile> at(String path) {
        return Optional.ofNullable(index().byPath().get(path)).flatMap(this::parse);
    }

    /** How many files have these words. */
    long count(Predicate<Words> wanted) {
        return words().stream().filter(wanted).count();
    }

    /** The file of a type at the top. */
    Optional<JavaFile> named(String type, String pack) {
        String folder = pack.isEmpty() ? "" : pack.replace('.', '/') + "/";
        String end = "/" + folder + type + ".java";
        return index().byName().getOrDefault(type, List.of()).stream()
                .filter(i -> ("/" + files.get(i).path()).endsWith(end))
                .findFirst()
                .flatMap(i -> parse(files.get(i)))
                .filter(file -> file.pack().equals(pack));
    }

    private List<Words> words() {
        List<Words> known = words;
        if (known == null) {
            Words[] found = new Words[files.size()];
            List<Integer> unknown = new ArrayList<>();
            for (int i = 0; i < found.length; i++) {
                Words seen = cache.words(files.get(i).blob());
                if (seen == null) {
                    unknown.add(i);
                } else {
                    found[i] = seen;
                }
            }
            for (int from = 0; from < unknown.size(); from += BATCH) {
                scan(unknown.subList(from, Math.min(unknown.size(), from + BATCH)), found);
            }
            known = List.of(found);
            words = known;
        }
        return known;
    }

    private void scan(List<Integer> batch, Words[] out) {
        List<Content> contents = reader.readAll(batch.stream().map(files::get).toList(), LARGEST);
        IntStream.range(0, batch.size()).parallel().forEach(i -> out[batch.get(i)] = words(contents.get(i)));
        for (int i = 0; i < contents.size(); i++) {
            if (contents.get(i) instanceof Content.Bytes) {
                cache.add(files.get(batch.get(i)).blob(), out[batch.get(i)]);
            }
        }
    }

    private static Words words(Content content) {
        return content instanceof Content.Bytes bytes ? Words.of(bytes.bytes()) : new Words(new int[0]);
    }

    private Optional<JavaFile> parse(SourceFile file) {
        Optional<JavaFile> known = parsed.get(file.path());
        if (known == null && parsed.size() == MOST_PARSED) {
            diagnostics.add(new Diagnostic(
                    "",
                    0,
                    Diagnostic.Kind.LIMIT,
                    "more than " + MOST_PARSED + " Java files may read the keys; who does in the others is not known"));
        }
        if (known == null && parsed.size() >= MOST_PARSED) {
            parsed.put(file.path(), Optional.empty());
            return Optional.empty();
        }
        if (known == null) {
            known = read(file);
            parsed.put(file.path(), known);
        }
        return known;
    }

    private Optional<JavaFile> read(SourceFile file) {
        Optional<JavaFile> seen = cache.file(file.blob(), file.path());
        if (seen.isPresent()) {
            return seen;
        }
        return keep(file, parse(file, reader.read(file, LARGEST)));
    }

    private static Parsing.Result parse(SourceFile file, Content content) {
        return content instanceof Content.Unreadable unreadable
                ? new Parsing.Result(null, unreadable.diagnostic())
                : Parsing.parse(file.path(), ((Content.Bytes) content).bytes());
    }

    private Optional<JavaFile> keep(SourceFile file, Parsing.Result result) {
        if (result.diagnostic() != null) {
            diagnostics.add(result.diagnostic());
        }
        JavaFile made = result.file();
        if (made != null) {
            cache.add(file.blob(), made);
        }
        return Optional.ofNullable(made);
    }
}
