package io.github.confgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.rule.Rules;
import io.github.confgate.testing.History;
import io.github.confgate.testing.StrictSchema;
import io.github.confgate.verdict.Policy;
import io.github.confgate.verdict.PolicyReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code init} writes is a policy, whatever stands in the repository; and it writes over nothing. */
class InitTest {

    @TempDir
    private Path temporary;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Every case: also those that were made for other commands. */
    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("testdata/cases"))) {
            return folders
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("shallow") && Files.exists(history(name)))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Path history(String name) {
        return Path.of("testdata/cases", name, "history.txt");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printsAPolicyThatIsOne(String name) throws IOException {
        Path repository = History.build(history(name), temporary);

        assertThat(run(repository, "init", "--stdout")).as(err.toString(UTF_8)).isZero();
        String policy = out.toString(UTF_8);
        read(policy);
        assertThat(StrictSchema.faults("policy", policy)).isEmpty();
    }

    @Test
    void takesKeysAndPathsOfAnyKindForText() throws IOException {
        Path repository = History.build(history("init-hostile"), temporary);
        run(repository, "init", "--stdout");

        Policy policy = read(out.toString(UTF_8));

        assertThat(policy.environments()).extracting("name").containsExactly("staging", "production");
        assertThat(policy.environmentSpecific()).extracting(Object::toString).containsExactly("host", "plain key");
    }

    @Test
    void writesTheFileAtTheRootAndNeverOverOneThatIsThere() throws IOException {
        Path repository = History.build(history("init-spring"), temporary);
        Path file = repository.resolve(".confgate.yml");

        assertThat(run(repository.resolve("src/main"), "init")).isZero();
        assertThat(out.toString(UTF_8)).startsWith("wrote .confgate.yml\n");
        String written = Files.readString(file);
        out.reset();
        run(repository, "init", "--stdout");
        assertThat(out.toString(UTF_8)).isEqualTo(written);
        assertThat(written).doesNotContain("Zx81kQpL").doesNotContain("Lm04vRtY");

        Files.writeString(file, "mine");
        assertThat(run(repository, "init")).isEqualTo(2);
        assertThat(file).hasContent("mine");
        assertThat(run(repository, "init", "--force")).isZero();
        assertThat(file).hasContent(written);
    }

    @Test
    void followsNoLinkEvenWhenItIsForced() throws IOException {
        Path repository = History.build(history("init-spring"), temporary);
        Path target = temporary.resolve("elsewhere.yml");
        Files.writeString(target, "theirs");
        Files.createSymbolicLink(repository.resolve(".confgate.yml"), target);

        assertThat(run(repository, "init", "--force")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("is a symbolic link");
        assertThat(target).hasContent("theirs");
    }

    private static Policy read(String policy) {
        return new PolicyReader(sheets -> Rules.builtin()::isKnown).read("drafted", policy.getBytes(UTF_8));
    }

    private int run(Path directory, String... args) {
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, false, UTF_8),
                new PrintStream(err, false, UTF_8),
                Map.of(),
                Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC),
                directory,
                false,
                "confgate",
                new RepositoryEngine());
        int exit = Main.run(List.of(args), surroundings);
        surroundings.out().flush();
        surroundings.err().flush();
        return exit;
    }
}
