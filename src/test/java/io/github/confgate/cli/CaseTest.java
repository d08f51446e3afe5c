package io.github.confgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.testing.Golden;
import io.github.confgate.testing.History;
import io.github.confgate.testing.StrictSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the whole tool on the repositories of {@code testdata/cases} and {@code testdata/promotion} and compares whole
 * outputs. A case is a folder with
 * {@code history.txt} ({@link History}) and {@code args.txt}; {@code mvn test -Dtest=CaseTest -Dbless=true} writes the
 * {@code expected.*} files, which are then read before they are committed.
 */
class CaseTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);

    static Stream<String> cases() throws IOException {
        List<String> cases = new ArrayList<>();
        for (String folder : List.of("cases", "promotion")) {
            try (Stream<Path> below = Files.list(Path.of("testdata", folder))) {
                below.map(each -> folder + "/" + each.getFileName()).sorted().forEach(cases::add);
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printsWhatIsExpected(String name, @TempDir Path temporary) throws IOException {
        Path folder = Path.of("testdata", name);
        Path repository = History.build(folder.resolve("history.txt"), temporary);
        List<String> args =
                List.of(Files.readString(folder.resolve("args.txt")).strip().split("\\s+"));

        Output text = run(args, repository);
        Golden.check(folder.resolve("expected.txt"), text.out);
        Golden.check(folder.resolve("expected.err"), text.err);
        Golden.check(folder.resolve("expected.exit"), text.exit + "\n");
        for (String format : formats(args.get(0))) {
            List<String> formatted = new ArrayList<>(args);
            formatted.addAll(List.of("-f", format));
            Output output = run(formatted, repository);
            Golden.check(folder.resolve("expected." + (format.equals("markdown") ? "md" : format)), output.out);
            assertThat(output.exit).as("exit code of -f %s", format).isEqualTo(text.exit);
            if (format.equals("json") && !output.out.isEmpty()) {
                StrictSchema.check(args.get(0), output.out);
            }
        }
    }

    private static List<String> formats(String command) {
        return switch (command) {
            case "check" -> List.of("json");
            case "diff" -> List.of("json", "markdown");
            default -> List.of();
        };
    }

    private record Output(String out, String err, int exit) {}

    private static Output run(List<String> args, Path repository) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, false, UTF_8),
                new PrintStream(err, false, UTF_8),
                Map.of(),
                CLOCK,
                repository,
                false,
                "confgate",
                new RepositoryEngine());
        int exit = Main.run(args, surroundings);
        surroundings.out().flush();
        surroundings.err().flush();
        return new Output(text(out, repository), text(err, repository), exit);
    }

    private static String text(ByteArrayOutputStream bytes, Path repository) {
        return bytes.toString(UTF_8)
                .replace(repository.toString(), "$REPOSITORY")
                .replace(repository.getParent().toString(), "$FOLDER");
    }
}
