package io.github.confgate.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.change.PartRef;
import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Part;
import io.github.confgate.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Effective values of the trees in {@code testdata/layers}: a case is a folder with {@code readme.md}, which cites the
 * documentation that says so, {@code files/} and {@code expected.txt} ({@code -Dbless=true} writes it): all that each
 * document of an environment comes to, and the file that each value is found in.
 */
class LayersTest {

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("testdata/layers"))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesWhatTheToolGives(String name) throws IOException {
        Path folder = Path.of("testdata/layers", name);
        assertThat(Files.readString(folder.resolve("readme.md"))).contains("https://");
        Map<String, Document> documents = documents(folder.resolve("files"));
        EnvironmentMap environments = EnvironmentMap.of(documents.keySet(), Map.of(), List.of());
        State state = state(documents);
        Layers layers = Layers.of(environments, List.of(), state);
        StringBuilder out = new StringBuilder();
        for (Placement placement : environments.all()) {
            Environment environment = placement.environment();
            if (environment != null) {
                out.append(environment.name()).append(" through ").append(placement.path());
                print(layers.stack(placement), state, out.append('\n'));
            }
        }
        Golden.check(folder.resolve("expected.txt"), out.toString());
    }

    private static void print(Stack stack, State state, StringBuilder out) {
        out.append("  layers: ").append(String.join(" < ", stack.paths())).append('\n');
        stack.unresolved()
                .forEach(each ->
                        out.append("  unresolved: ").append(each.message()).append('\n'));
        Document merged = stack.merged(state).orElseThrow();
        for (Part part : merged.parts()) {
            PartRef ref = new PartRef(part.id(), merged.parts().size() == 1);
            for (Leaf leaf : Leaves.of(part)) {
                Optional<Stack.Found> found = stack.find(state, part.id(), leaf.key());
                out.append("  ").append(ref.print(leaf.key())).append(": ").append(leaf.text());
                out.append("  (").append(found.map(Stack.Found::path).orElse("?"));
                out.append(':').append(leaf.region().line()).append(")\n");
                // Both ways to ask, for one key and for all, give the same answer.
                assertThat(found.map(Stack.Found::held).stream()
                                .flatMap(held -> held.leaves().stream())
                                .map(Leaf::text))
                        .as("%s", leaf.key())
                        .contains(leaf.text());
            }
        }
        out.append('\n');
    }

    static Map<String, Document> documents(Path root) throws IOException {
        Map<String, Document> documents = new TreeMap<>();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            String path = root.relativize(file).toString().replace('\\', '/');
            Parsed parsed = Documents.parse(path, Files.readAllBytes(file), Limits.standard());
            documents.put(path, ((Parsed.Ok) parsed).document());
        }
        return documents;
    }

    static State state(Map<String, Document> documents) {
        return new State() {
            @Override
            public boolean has(String path) {
                return documents.containsKey(path);
            }

            @Override
            public Optional<Document> document(String path) {
                return Optional.ofNullable(documents.get(path));
            }
        };
    }
}
