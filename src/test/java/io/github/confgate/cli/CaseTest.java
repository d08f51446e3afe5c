package io.github.confgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.testing.Golden;
import io.github.confgate.testing.History;
import io.github.confgate.testing.Outputs;
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
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the whole tool on the repositories of {@code testdata/cases} and {@code testdata/promotion} and compares whole
 * outputs. A case is a folder with
 * {@code history.txt} ({@link History}) and {@code args.txt}; {@code mvn test -Dtest=CaseTest -Dbless=true} writes the
 * {@code expected.*} files, which are then read before they are committed.
 *
 * <p>{@code testdata/evasion} holds ways to get a value past the gate, and beside them, as {@code ...-benign}, the same
 * without a danger. Its cases check {@code HEAD~1..HEAD} where they have no {@code args.txt}, and keep no JSON, whose
 * shape is checked all the same. A folder whose name does not end in {@code -benign} or {@code -told} must not pass.
 */
class CaseTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);

    static Stream<String> cases() throws IOException {
        return Stream.concat(
                names("testdata/cases").map(name -> "cases/" + name),
                names("testdata/promotion").map(name -> "promotion/" + name));
    }

    static Stream<String> evasions() throws IOException {
        return names("testdata/evasion");
    }

    private static Stream<String> names(String root) throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(root))) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("evasions")
    void letsNobodyPastTheGate(String name, @TempDir Path temporary) throws IOException {
        Path folder = Path.of("testdata/evasion", name);
        Path repository = History.build(folder.resolve("history.txt"), temporary);
        Path file = folder.resolve("args.txt");
        List<String> args =
                List.of((Files.exists(file) ? Files.readString(file).strip() : "check HEAD~1..HEAD").split("\\s+"));

        Output text = checkText(folder, args, repository);
        List<String> json = new ArrayList<>(args);
        json.addAll(List.of("-f", "json"));
        Output output = run(json, repository);
        assertThat(output.exit).as("exit code of -f json").isEqualTo(text.exit);
        if (!output.out.isEmpty()) {
            StrictSchema.check("check", output.out);
        }
        if (name.endsWith("-benign") || name.endsWith("-told")) {
            assertThat(text.exit).isZero();
        } else {
            assertThat(text.exit).isNotZero();
        }
    }

    private static Output checkText(Path folder, List<String> args, Path repository) throws IOException {
        Output text = run(args, repository);
        Golden.check(folder.resolve("expected.txt"), text.out);
        Golden.check(folder.resolve("expected.err"), text.err);
        Golden.check(folder.resolve("expected.exit"), text.exit + "\n");
        return text;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printsWhatIsExpected(String name, @TempDir Path temporary) throws IOException {
        Path folder = Path.of("testdata", name);
        Path repository = History.build(folder.resolve("history.txt"), temporary);
        List<String> args =
                List.of(Files.readString(folder.resolve("args.txt")).strip().split("\\s+"));

        Output text = checkText(folder, args, repository);
        boolean whatIf = args.contains("--what-if");
        if (args.get(0).equals("audit") && !whatIf && text.exit == 0) {
            for (String line : text.out.lines().toList()) {
                StrictSchema.check("audit", line);
            }
        }
        if (name.startsWith("cases/") && args.get(0).equals("check")) {
            checkOtherFormats(folder, args, repository, text.exit);
        }
        for (String format : formats(whatIf ? "what-if" : args.get(0))) {
            List<String> formatted = new ArrayList<>(args);
            formatted.addAll(List.of("-f", format));
            Output output = run(formatted, repository);
            Golden.check(folder.resolve("expected." + (format.equals("markdown") ? "md" : format)), output.out);
            assertThat(output.exit).as("exit code of -f %s", format).isEqualTo(text.exit);
            if (format.equals("json") && (whatIf || !args.get(0).equals("audit")) && !output.out.isEmpty()) {
                StrictSchema.check(whatIf ? "what-if" : args.get(0), output.out);
            }
        }
    }

    /** Each is read as whoever takes it in would; a folder that has an {@code expected} file of a format keeps to it. */
    private static void checkOtherFormats(Path folder, List<String> args, Path repository, int exit)
            throws IOException {
        for (String format : List.of("sarif", "markdown", "junit", "gitlab", "github")) {
            List<String> formatted = new ArrayList<>(args);
            formatted.addAll(List.of("-f", format));
            Output output = run(formatted, repository);
            assertThat(output.exit).as("exit code of -f %s", format).isEqualTo(exit);
            if (!output.out.isEmpty()) {
                Outputs.check("check", format, output.out, Set.of());
            }
            Path golden = folder.resolve("expected." + format);
            if (Files.exists(golden)) {
                Golden.check(golden, output.out);
            }
        }
    }

    private static List<String> formats(String command) {
        return switch (command) {
            case "check" -> List.of("json");
            case "diff", "what-if" -> List.of("json", "markdown");
            case "audit" -> List.of("json", "csv", "markdown", "html");
            default -> List.of();
        };
    }

    record Output(String out, String err, int exit) {}

    static Output run(List<String> args, Path repository) {
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
