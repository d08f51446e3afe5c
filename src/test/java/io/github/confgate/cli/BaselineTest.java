package io.github.confgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.testing.TestRepository;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {

    @TempDir
    private Path temporary;

    private TestRepository repository;
    private Path baseline;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void startWithStagingAndProduction() {
        repository = TestRepository.in(temporary.resolve("repository"));
        baseline = temporary.resolve("baseline.txt");
        repository.write(".confgate.yml", "environments: [{name: staging}, {name: production}]\n");
        repository.write("config/staging/app.yml", "a: 1\nb: 1\n").write("config/production/app.yml", "a: 1\nb: 1\n");
        repository.commit("Start");
    }

    private int check(String... options) {
        List<String> args = new ArrayList<>(List.of("check", "--base", "HEAD~1", "--head", "HEAD", "-q"));
        args.addAll(List.of(options));
        Surroundings surroundings = new Surroundings(
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                new PrintStream(err, true, UTF_8),
                Map.of(),
                Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC),
                repository.dir(),
                false,
                "confgate",
                new RepositoryEngine());
        return Main.run(args, surroundings);
    }

    @Test
    void whatIsWrittenPassesFromThenOn() throws IOException {
        repository.write("config/production/app.yml", "a: 2\nb: 1\n").commit("Skip staging");
        assertThat(check()).isEqualTo(1);
        assertThat(check("--write-baseline", baseline.toString())).isZero();
        assertThat(Files.readString(baseline))
                .matches("[0-9a-f]{16}  # promotion-skipped config/production/app\\.yml a\n");
        assertThat(check("--baseline", baseline.toString())).isZero();
    }

    @Test
    void onlyShrinks() throws IOException {
        repository.write("config/production/app.yml", "a: 2\nb: 2\n").commit("Skip staging twice");
        check("--write-baseline", baseline.toString());
        List<String> both = Files.readAllLines(baseline);
        Files.writeString(baseline, both.get(0) + "\n0123456789abcdef # long gone\n");

        assertThat(check("--write-baseline", baseline.toString())).isEqualTo(1);
        assertThat(Files.readAllLines(baseline)).containsExactly(both.get(0));
    }

    @Test
    void neverCoversASecretOrAGateThatIsOpened() throws IOException {
        repository.write("config/production/app.yml", "a: 1\nb: 1\npassword: hunter2-and-more\n");
        repository.write(".confgate.yml", "gate: {mode: observe}\n").commit("Be careless");

        assertThat(check("--write-baseline", baseline.toString())).isEqualTo(1);
        assertThat(Files.readString(baseline)).doesNotContain("secret-in-plain-text", "gate-weakened");
    }

    @Test
    void refusesWhatIsNoFingerprint() throws IOException {
        Files.writeString(baseline, "# known\npromotion-skipped\n");

        repository.write("config/production/app.yml", "a: 2\nb: 1\n").commit("Skip staging");
        assertThat(check("--baseline", baseline.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("baseline.txt:2:1: a baseline is fingerprints");
    }

    @Test
    void isNotBroughtByTheRangeThatNeedsIt() {
        repository.write("config/production/app.yml", "a: 2\nb: 1\n").commit("Skip staging");
        Path own = repository.path("baseline.txt");
        check("--write-baseline", own.toString());
        repository.git("add", "baseline.txt");
        repository.git("commit", "-q", "--amend", "--no-edit");

        assertThat(check("--baseline", own.toString())).isEqualTo(1);
    }
}
