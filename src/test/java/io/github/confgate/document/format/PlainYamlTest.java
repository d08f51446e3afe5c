package io.github.confgate.document.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.Document;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Node;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.ScalarType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever the quick reader reads, the real parser reads the same. */
class PlainYamlTest {

    private static final List<String> LINES = List.of(
            "a: 1",
            "b:",
            "c: x y",
            "- d",
            "- e: 1",
            "-",
            "f: \"g: h\"",
            "i: 'j # k'",
            "l: |",
            "m: >-",
            "n: [1, {o: p}]",
            "q: {}",
            "# r",
            "",
            "s: t # u",
            "v: &w x",
            "y: *w",
            "<<: *w",
            "z: !t 1",
            "a.b: yes",
            "\"c d\": ~",
            "e: \"f",
            "g\"",
            "h: [",
            "]",
            "---",
            "? i",
            ": j",
            "k:l",
            "m: n: o",
            "p: 'it''s'",
            "q: \"a\\tb\"",
            "- - r",
            "-  s: t",
            "u: -",
            "v: - w",
            "x: 0x1F",
            "y: 2020-01-01",
            "z: 12:30:45",
            "key: {{ x }}",
            "- name: n1",
            "value: 1_000");

    private static @Nullable List<String> quick(String path, String text) {
        Document document = new PlainYaml().read(path, text);
        return document == null ? null : shown(document);
    }

    private static @Nullable List<String> full(String path, String text) {
        return new YamlParser().parse(path, text, Limits.standard()) instanceof Parsed.Ok ok
                ? shown(ok.document())
                : null;
    }

    private static List<String> shown(Document document) {
        return document.parts().stream()
                .flatMap(part -> Stream.concat(
                        Stream.of(part.id().toString()),
                        Leaves.of(part).stream().map(PlainYamlTest::shown)))
                .toList();
    }

    private static String shown(Leaf leaf) {
        ScalarType type = leaf.value() instanceof Node.Scalar scalar ? scalar.type() : null;
        return leaf.key() + " " + type + " " + leaf.text();
    }

    private static void assertAgrees(String path, String text) {
        List<String> quick = quick(path, text);
        if (quick != null) {
            assertThat(quick).as(text).isEqualTo(full(path, text));
        }
    }

    @Provide
    Arbitrary<String> documents() {
        return Combinators.combine(Arbitraries.integers().between(0, 3), Arbitraries.of(LINES))
                .as((depth, text) -> "  ".repeat(depth) + text)
                .list()
                .ofMaxSize(8)
                .map(lines -> String.join("\n", lines) + "\n");
    }

    @Property(tries = 20_000)
    void readsWhatTheParserReads(@ForAll("documents") String text) {
        assertAgrees("config/a.yaml", text);
        assertAgrees("application.yml", text);
    }

    @Test
    void readsPlainFilesAndLeavesTheOthers() {
        assertThat(quick("a.yaml", "a:\n  b: 1 # c\nlist:\n- name: x\n  y: 'z'\n- name: w\ntext: |\n  one\n  two\n"))
                .containsExactly(
                        "[0]",
                        "a.b INTEGER 1",
                        "list[name=x].name STRING x",
                        "list[name=x].y STRING z",
                        "list[name=w].name STRING w",
                        "text STRING one\ntwo\n");
        assertThat(quick("a.yaml", "a: &x 1\nb: *x\n")).isNull();
        assertThat(quick("a.yaml", "a: 1\na: 2\n")).isNull();
        assertThat(quick("a.yaml", "a: \"one\n  two\"\n")).isNull();
        assertThat(quick("a.yaml", "a: one\n  two\n")).isNull();
        assertThat(quick("a.yaml", "a: 1\n---\nb: 2\n")).isNull();
        assertThat(quick("a.yaml", "a:\t1\n")).isNull();
    }

    @Test
    void readsTheFilesOfOurOwnTestsAndOfTheSuiteAsTheParserDoes() throws IOException {
        for (String folder : List.of("testdata", "rules", "../shared/conformance/yaml")) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> files = Files.walk(Path.of(folder))) {
                    for (Path file : files.filter(path -> path.toString().matches(".*\\.ya?ml"))
                            .toList()) {
                        assertAgrees(
                                file.getFileName().toString(),
                                new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }
}
