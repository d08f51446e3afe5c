package io.github.confgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.confgate.testing.Golden;
import io.github.confgate.testing.History;
import io.github.confgate.testing.Outputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every format of {@code check}, {@code diff} and {@code audit} on the repositories of {@code testdata/injection},
 * whose keys, values, paths, messages and authors want to get out of where an output puts them, and reads each as the
 * program that takes it in would. Lines of {@code secrets.txt} may be in none.
 */
class InjectionTest {
    private static final Map<String, List<String>> FORMATS = Map.of(
            "check", List.of("text", "json", "sarif", "markdown", "junit", "gitlab", "github"),
            "diff", List.of("text", "json", "markdown"),
            "audit", List.of("jsonl", "json", "csv", "markdown", "html"));

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("testdata/injection"))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepsHostileTextInItsPlace(String name, @TempDir Path temporary) throws IOException {
        Path folder = Path.of("testdata/injection", name);
        Path repository = History.build(folder.resolve("history.txt"), temporary);
        Path file = folder.resolve("secrets.txt");
        List<String> secrets = Files.exists(file) ? Files.readAllLines(file) : List.of();
        assertThat(found(repository)).as("findings").isPositive();

        for (String command : List.of("check", "diff", "audit")) {
            for (String format : FORMATS.get(command)) {
                CaseTest.Output output = CaseTest.run(args(command, format), repository);
                assertThat(output.exit()).as("%s: %s", format, output.err()).isIn(0, 1, 3);
                assertThat(output.out()).isNotEmpty();
                assertThat(secrets).noneMatch(output.out()::contains);
                try {
                    Outputs.check(command, format, output.out(), Set.of());
                } catch (AssertionError e) {
                    throw new AssertionError(command + " -f " + format + " of " + name, e);
                }
                Path golden = folder.resolve("expected-" + command + "." + format);
                if (Files.exists(golden)) {
                    Golden.check(golden, output.out());
                }
            }
        }
    }

    private static int found(Path repository) throws IOException {
        String json = CaseTest.run(args("check", "json"), repository).out();
        return new ObjectMapper().readTree(json).get("findings").size();
    }

    private static List<String> args(String command, String format) {
        List<String> args = new ArrayList<>(List.of(command));
        if (!command.equals("audit")) {
            args.add("HEAD~1..HEAD");
        }
        args.addAll(List.of("-f", format));
        return args;
    }
}
