package io.github.confgate.fact.java;

import io.github.confgate.source.Content;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares changed Java files: the defaults of keys that they name, and the timeouts of clients that they make. */
public final class CodeComparison {

    private static final int MOST_FILES = 300;
    private static final List<String> WORDS = List.of(
            "value",
            "configproperty",
            "property",
            "getproperty",
            "configurationproperties",
            "configmapping",
            "getinteger",
            "getlong",
            "getboolean",
            "configuration",
            "defaultvalue",
            "withdefault");

    private final SourceReader reader;
    private final Supplier<List<SourceFile>> before;
    private final Supplier<List<SourceFile>> after;

    /** @param before the main code that constants are looked up in, asked for only when something is compared */
    public CodeComparison(SourceReader reader, Supplier<List<SourceFile>> before, Supplier<List<SourceFile>> after) {
        this.reader = reader;
        this.before = before;
        this.after = after;
    }

    /** What the changed files change, by path and place. */
    public List<CodeChange> of(List<FilePair> pairs) {
        List<FilePair> changed = pairs.stream()
                .filter(pair -> pair.before() != null && pair.after() != null)
                .limit(MOST_FILES)
                .filter(pair -> mayMatter(pair.before()) || mayMatter(pair.after()))
                .toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        Side old = new Side(new JavaFiles(reader, before.get()));
        Side now = new Side(new JavaFiles(reader, after.get()));
        List<CodeChange> found = new ArrayList<>();
        for (FilePair pair : changed) {
            SourceFile was = pair.before();
            SourceFile is = pair.after();
            if (was != null && is != null) {
                compare(old, was.path(), now, is.path(), found);
            }
        }
        return found;
    }

    private boolean mayMatter(@Nullable SourceFile file) {
        return file != null
                && reader.read(file, JavaFiles.LARGEST) instanceof Content.Bytes content
                && mayMatter(Words.of(content.bytes()));
    }

    private static boolean mayMatter(Words words) {
        return WORDS.stream().anyMatch(word -> words.has(Words.At.CODE, word))
                || Client.all().stream()
                        .flatMap(client -> client.limits().stream())
                        .map(limit -> limit.replace("new ", ""))
                        .anyMatch(limit -> words.has(Words.At.CODE, Keys.fold(limit)));
    }

    private static void compare(Side old, String oldPath, Side now, String path, List<CodeChange> out) {
        Optional<JavaFile> was = old.files.at(oldPath);
        Optional<JavaFile> is = now.files.at(path);
        if (was.isEmpty() || is.isEmpty()) {
            return;
        }
        Map<List<String>, Reading> oldDefaults = old.defaults(was.get());
        now.defaults(is.get()).forEach((key, reading) -> {
            Reading before = oldDefaults.get(key);
            String text = reading.fallback();
            if (before != null && before.fallback() != null && text != null && !text.equals(before.fallback())) {
                out.add(new CodeChange.Default(
                        path, reading.at().region(), reading.key().text(), before.fallback(), text));
            }
        });
        Map<String, Waits.Made> oldClients = old.clients(was.get());
        now.clients(is.get()).forEach((key, made) -> {
            Waits.Made before = oldClients.get(key);
            if (before != null && !before.limit().isEmpty() && made.limit().isEmpty()) {
                out.add(new CodeChange.Unlimited(
                        path, made.at().region(), made.owner(), made.client().name(), before.limit()));
            }
        });
    }

    /** One state of the code. */
    private static final class Side {
        private final JavaFiles files;
        private final Program program;
        private final Texts texts;

        Side(JavaFiles files) {
            this.files = files;
            this.program = new Program(files);
            this.texts = new Texts(program);
        }

        Map<List<String>, Reading> defaults(JavaFile file) {
            List<Reading> readings = new ArrayList<>();
            AnnotationReads annotations = new AnnotationReads(program, texts, readings::add);
            CallReads calls = new CallReads(program, texts, Set.of(), readings::add);
            BoundTypes types = new BoundTypes(program, texts);
            BoundReads bound = new BoundReads(new BoundMembers(program, texts));
            Program.types(file).forEach(decl -> {
                annotations.read(decl);
                calls.read(decl);
                types.of(decl).forEach(root -> readings.addAll(bound.all(root)));
            });
            Map<List<String>, Reading> byKey = new LinkedHashMap<>();
            readings.stream()
                    .filter(reading -> reading.fallback() != null
                            && reading.key().isKnown()
                            && reading.in().file().equals(file))
                    .forEach(reading -> byKey.putIfAbsent(reading.key().names(), reading));
            return byKey;
        }

        Map<String, Waits.Made> clients(JavaFile file) {
            Waits waits = new Waits(program, texts);
            Map<String, Waits.Made> clients = new LinkedHashMap<>();
            Stream<Decl> types = Program.types(file);
            types.flatMap(decl -> waits.made(decl).stream())
                    .forEach(made ->
                            clients.put(made.owner() + " " + made.client().name(), made));
            return clients;
        }
    }
}
