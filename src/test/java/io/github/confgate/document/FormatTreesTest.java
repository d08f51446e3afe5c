package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file under {@code testdata/formats} parses to the tree beside it. {@code -Dbless=true} writes the trees anew; the
 * difference is then for reading. A case whose file name matters is a folder with that file in it.
 */
class FormatTreesTest {

    private static final Path ROOT = Path.of("testdata", "formats");

    static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".tree"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void the_tree_is_the_one_beside_the_file(Path input) throws IOException {
        String path = ROOT.relativize(input).toString();
        String tree = Trees.dump(Documents.parse(path, Files.readAllBytes(input), format(path), Limits.standard()));
        Path expected = input.resolveSibling(input.getFileName() + ".tree");
        if (Boolean.getBoolean("bless")) {
            Files.writeString(expected, tree);
        }
        assertThat(expected).as("run with -Dbless=true to write it").exists();
        assertThat(tree).isEqualTo(Files.readString(expected, StandardCharsets.UTF_8));
    }

    /** By the name as in a repository, else by the folder as in a policy. */
    private static Format format(String path) {
        Format byName = Formats.of(path);
        return byName != null
                ? byName
                : Format.valueOf(path.substring(0, path.indexOf('/')).toUpperCase(Locale.ROOT));
    }
}
