package io.github.confgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.inspection.AuditEntry;
import io.github.confgate.inspection.AuditRequest;
import io.github.confgate.inspection.EnvironmentListing;
import io.github.confgate.inspection.Inspection;
import io.github.confgate.inspection.InspectionRequest;
import io.github.confgate.inspection.PolicyDraft;
import io.github.confgate.inspection.WhatIf;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.Range;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.Revision;
import io.github.confgate.source.UsageException;
import io.github.confgate.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<InspectionRequest> requests = new ArrayList<>();
    private final List<Path> repositories = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private Supplier<Inspection> result = () -> inspection(Verdict.PASS);
    private Path directory = Path.of("/somewhere");

    private int run(String... args) {
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                environment,
                Clock.fixed(NOW, ZoneOffset.UTC),
                directory,
                true,
                "confgate",
                new Scripted());
        return Main.run(List.of(args), surroundings);
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private String err() {
        return err.toString(UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void endsWithTheCodeOfTheVerdict(Verdict verdict) {
        result = () -> inspection(verdict);

        assertThat(run("check")).isEqualTo(verdict == Verdict.PASS ? 0 : verdict == Verdict.BLOCK ? 1 : 3);
        assertThat(err()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheCall() {
        result = () -> {
            throw new UsageException("'mian' is no revision.");
        };

        assertThat(run("check")).isEqualTo(2);
        assertThat(err()).isEqualTo("confgate: 'mian' is no revision.\n");
        assertThat(out()).isEmpty();
    }

    @Test
    void saysWhyItCannotJudge() {
        result = () -> {
            throw new CannotJudgeException("The clone is shallow; run git fetch --unshallow.");
        };

        assertThat(run("check")).isEqualTo(3);
        assertThat(err()).isEqualTo("confgate: The clone is shallow; run git fetch --unshallow.\n");
    }

    @Test
    void neverPassesWhenItFails() {
        List<Supplier<Error>> errors =
                List.of(StackOverflowError::new, OutOfMemoryError::new, () -> new NoClassDefFoundError("gone/Class"));
        for (Supplier<Error> error : errors) {
            result = () -> {
                throw error.get();
            };
            assertThat(run("check")).isEqualTo(3);
        }
        assertThat(err().lines()).hasSize(3);
    }

    @Test
    void tellsOfAFaultWithoutWhatTheRepositoryHolds() {
        result = () -> {
            throw new IllegalStateException("password hunter2");
        };

        assertThat(run("check")).isEqualTo(3);
        assertThat(err())
                .contains("IllegalStateException")
                .contains("Please report")
                .contains("0.1.0");
        assertThat(err()).doesNotContain("hunter2").hasLineCount(1);
    }

    @Test
    void showsTheStackWhenDebugging() {
        environment.put("CONFGATE_DEBUG", "1");
        result = () -> {
            throw new IllegalStateException("details");
        };

        assertThat(run("check")).isEqualTo(3);
        assertThat(err()).contains("\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "chekc | 'chekc' is no command. Did you mean 'check'?",
                "rules lst | 'rules lst' is no command. Did you mean 'rules list'?",
                "rules | rules what?",
                "check --stagd | Did you mean '--staged'?",
                "check --fail-on hgih | Did you mean 'high'?",
                "check -f jsn | --format is one of text, json, sarif, markdown, junit, gitlab, github, not 'jsn'. Did you mean 'json'?",
                "check --at yesterday | --at is a time like 2026-03-01T12:00Z, not 'yesterday'.",
                "check a..b --staged | 'a..b' and --staged each name a range; give one of them.",
                "check --base a --staged | --base and --staged each name a range; give one of them.",
                "check --head a | --head needs --base",
                "check --base --head a | --base",
                "check a..b..c | 'a..b..c' is no range; a range is BASE..HEAD.",
                "check main | write 'main..HEAD'",
                "check a..b c..d | c..d",
                "check -q -v | -q and -v contradict each other",
                "check --color sometimes | --color is one of auto, always, never",
                "schema chek | Did you mean 'check'?",
                "check --repo | --repo",
            })
    void answersAWrongCallWithASentence(String args, String sentence) {
        assertThat(run(args.split(" "))).isEqualTo(2);
        assertThat(err()).startsWith("confgate: ").contains(sentence);
        assertThat(out()).isEmpty();
        assertThat(requests).isEmpty();
    }

    @Test
    void takesAnEmptyRevisionForAnUnsetVariable() {
        assertThat(run("check", "--base", "")).isEqualTo(2);
        assertThat(err()).contains("--base is empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--repo x check a..b --fail-on low",
                "check --repo x --fail-on low a..b",
                "--fail-on low --repo=x check a...b",
                "check --base a --head b --repo x --fail-on=low",
            })
    void takesOptionsBeforeAndAfterTheCommand(String args) {
        assertThat(run(args.split(" "))).isZero();
        assertThat(requests)
                .containsExactly(new InspectionRequest(new RangeRequest.Between("a", "b"), null, Severity.LOW, NOW));
        assertThat(repositories).containsExactly(Path.of("/somewhere/x"));
    }

    @Test
    void fillsInTheEndsOfARange() {
        run("check", "a..");
        run("check", "..b");
        run("check", "--base", "a");
        run("check", "--staged");
        run("check");

        assertThat(requests)
                .extracting(InspectionRequest::range)
                .containsExactly(
                        new RangeRequest.Between("a", "HEAD"),
                        new RangeRequest.Between("HEAD", "b"),
                        new RangeRequest.Between("a", "HEAD"),
                        new RangeRequest.Staged(),
                        new RangeRequest.WorkTreeChanges());
    }

    @Test
    void endsASoakWhenItIsTold() {
        run("check", "--at", "2026-03-01T12:00+01:00");

        assertThat(requests.get(0).at()).isEqualTo(Instant.parse("2026-03-01T11:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        ", , auto, true",
        "1, , auto, false",
        ", 1, auto, true",
        "1, 1, auto, true",
        ", 0, auto, true",
        ", 1, never, false",
        "1, , always, true",
    })
    void colorsAsToldByOptionThenEnvironmentThenTerminal(
            @Nullable String noColor, @Nullable String forceColor, String option, boolean colored) {
        if (noColor != null) {
            environment.put("NO_COLOR", noColor);
        }
        if (forceColor != null) {
            environment.put("FORCE_COLOR", forceColor);
        }
        run("check", "--color", option);

        assertThat(out().contains("\u001b")).isEqualTo(colored);
    }

    @Test
    void writesTheReportToAFileAsAWhole(@TempDir Path temporary) throws Exception {
        directory = temporary;
        Files.writeString(temporary.resolve("report.json"), "old");

        assertThat(run("check", "-f", "json", "-o", "report.json")).isZero();

        assertThat(out()).isEmpty();
        assertThat(Files.readString(temporary.resolve("report.json")))
                .startsWith("{\n  \"schema\": \"confgate.check/1\"");
        try (var files = Files.list(temporary)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void refusesAnOutputThatCannotBeWritten(@TempDir Path temporary) {
        directory = temporary;

        assertThat(run("check", "-o", "missing/report.json")).isEqualTo(2);
        assertThat(err()).contains("--output missing/report.json cannot be written");
    }

    @Test
    void showsHelpAndVersionWithoutDoingAnything() {
        assertThat(run("--version")).isZero();
        assertThat(run("check", "--version")).isZero();
        assertThat(out()).isEqualTo("confgate 0.1.0\nconfgate 0.1.0\n");
        assertThat(run("--help")).isZero();
        assertThat(run("check", "--help")).isZero();
        assertThat(out()).contains("confgate check [RANGE]").contains("--fail-on=LEVEL");
        assertThat(run()).isEqualTo(2);
        assertThat(requests).isEmpty();
    }

    @Test
    void printsSchemas() {
        assertThat(run("schema", "check")).isZero();
        assertThat(out()).contains("\"title\": \"confgate.check/1\"");
    }

    @Test
    void knowsEveryOptionThatTakesAValue() {
        assertThat(Commands.ALL.stream()
                        .flatMap(entry -> entry.command().get().parser().getCommandSpec().options().stream())
                        .filter(option -> option.arity().max() > 0)
                        .flatMap(option -> Arrays.stream(option.names()))
                        .collect(Collectors.toSet()))
                .isEqualTo(Arguments.WITH_VALUE);
    }

    private static Inspection inspection(Verdict verdict) {
        Revision revision = new Revision.Commit("a".repeat(40));
        return new Inspection(
                new Range(revision, revision, revision),
                "builtin",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                List.of(),
                List.of(),
                List.of(),
                new Inspection.Coverage(0, 0, 0, 0, 0, 0),
                verdict,
                verdict == Verdict.UNDETERMINED ? List.of("a.yml cannot be read") : List.of());
    }

    private final class Scripted implements Engine {
        @Override
        public Inspection inspect(Path repository, InspectionRequest request) {
            repositories.add(repository);
            requests.add(request);
            return result.get();
        }

        @Override
        public Inspection difference(Path repository, RangeRequest range, @Nullable String environment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Inspection effectiveDifference(Path repository, RangeRequest range, String environment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void audit(Path repository, AuditRequest request, Consumer<AuditEntry> sink) {
            throw new UnsupportedOperationException();
        }

        @Override
        public WhatIf whatIf(Path repository, AuditRequest request, Instant now, Consumer<AuditEntry> watcher) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PolicyDraft draft(Path repository) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Path> policyFile(Path repository) {
            throw new UnsupportedOperationException();
        }

        @Override
        public EnvironmentListing environments(Path repository, @Nullable Path policy) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RuleSheet> rules() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Examples examples(@Nullable Path path) {
            throw new UnsupportedOperationException();
        }
    }
}
