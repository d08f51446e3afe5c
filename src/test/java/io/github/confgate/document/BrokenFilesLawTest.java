package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.source.Region;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Each file under {@code testdata/formats}, broken at random: as every format it is read or refused, with true places. */
class BrokenFilesLawTest {

    private static final List<byte[]> FILES = all();

    /** Puts bytes in place of some of a file's. */
    record Break(int at, int gone, byte[] put) {
        byte[] of(byte[] file) {
            int from = at % (file.length + 1);
            int to = Math.min(file.length, from + gone);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(file, 0, from);
            out.writeBytes(put);
            out.write(file, to, file.length - to);
            return out.toByteArray();
        }
    }

    @Property(tries = 3_000)
    void what_is_broken_is_read_or_refused(
            @ForAll("files") byte[] file, @ForAll("breaks") List<Break> breaks, @ForAll Format format) {
        byte[] bytes = file;
        for (Break each : breaks) {
            bytes = each.of(bytes);
        }
        byte[] before = bytes.clone();
        Parsed parsed = Documents.parse("a/b", bytes, format, Limits.standard());
        assertThat(bytes).isEqualTo(before);
        if (parsed instanceof Parsed.Failed failed) {
            assertThat(failed.diagnostic().path()).isEqualTo("a/b");
            assertThat(failed.diagnostic().message()).isNotBlank();
        } else if (parsed instanceof Parsed.Ok ok) {
            if (!ok.document().isOpaque()) {
                int lines = Lines.of(Decoding.decode(bytes, format)).count();
                ok.document().parts().forEach(part -> assertTrue(part, lines));
            }
            assertThat(Trees.dump(Documents.parse("a/b", bytes, format, Limits.standard())))
                    .isEqualTo(Trees.dump(parsed));
        }
    }

    private static void assertTrue(Part part, int lines) {
        for (Leaf leaf : Leaves.of(part)) {
            for (Region region : List.of(leaf.region(), leaf.keyRegion())) {
                assertThat(region.line()).isBetween(1, lines);
                assertThat(region.endLine()).isBetween(region.line(), lines);
            }
            assertThat(KeyPathParser.parse(leaf.key().toString())).isEqualTo(leaf.key());
        }
    }

    @Provide
    Arbitrary<byte[]> files() {
        return Arbitraries.of(FILES);
    }

    private static List<byte[]> all() {
        try (Stream<Path> files = Files.walk(Path.of("testdata", "formats"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".tree"))
                    .sorted()
                    .map(Conformance::bytes)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<List<Break>> breaks() {
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(3);
        Arbitrary<byte[]> marks = Arbitraries.of(
                        "\n",
                        "\r\n",
                        "  ",
                        "\t",
                        ":",
                        "=",
                        "\"",
                        "'",
                        "{",
                        "}",
                        "[",
                        "]",
                        "<",
                        ">",
                        "#",
                        "&a ",
                        "*a",
                        "${",
                        "{{ x }}",
                        "<<",
                        "- ",
                        "---\n",
                        "\\",
                        ",",
                        "!t ",
                        "|\n",
                        "/*",
                        "%",
                        "@",
                        "\ufeff",
                        "\u2028",
                        "\ud83d\ude00")
                .map(mark -> mark.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> pieces = Combinators.combine(
                        Arbitraries.of(FILES),
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.integers().between(1, 60))
                .as((file, at, length) -> {
                    int from = at % (file.length + 1);
                    return Arrays.copyOfRange(file, from, Math.min(file.length, from + length));
                });
        return Combinators.combine(
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.integers().between(0, 3)),
                                Tuple.of(1, Arbitraries.integers().between(0, 300))),
                        Arbitraries.oneOf(noise, marks, pieces))
                .as(Break::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
