package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** nst/JSONTestSuite: what must be accepted is, what must be refused is, and the rest never crashes. */
class JsonConformanceTest {

    @Test
    void accepts_every_y_and_refuses_every_n() {
        List<Path> files = Conformance.entries(Conformance.suite("json"));
        assertThat(files).allMatch(file -> file.getFileName().toString().matches("[yni]_.*"));
        assertThat(wrong(files, "y_", Parsed.Ok.class::isInstance)).isEmpty();
        assertThat(wrong(files, "n_", Parsed.Failed.class::isInstance)).isEmpty();
        assertThat(wrong(files, "i_", parsed -> true)).isEmpty();
    }

    private static List<String> wrong(List<Path> files, String prefix, Predicate<Parsed> right) {
        List<Path> chosen = files.stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix))
                .toList();
        assertThat(chosen).isNotEmpty();
        return chosen.stream()
                .filter(file -> !right.test(
                        Documents.parse(file.toString(), Conformance.bytes(file), Format.JSON, Limits.standard())))
                .map(file -> file.getFileName().toString())
                .toList();
    }
}
