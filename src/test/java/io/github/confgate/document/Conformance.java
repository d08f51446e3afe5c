package io.github.confgate.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The published test suites beside the repository; a test that needs one skips, and says so, where it is absent. */
final class Conformance {

    private Conformance() {}

    static Path suite(String name) {
        Path suite = Path.of("..", "shared", "conformance", name);
        Assumptions.assumeTrue(Files.isDirectory(suite), () -> "no " + suite + ": the conformance suite is not tested");
        return suite;
    }

    static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
