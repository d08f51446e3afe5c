package io.github.confgate.cli;

import io.github.confgate.forge.Api;
import io.github.confgate.forge.Comment;
import io.github.confgate.forge.Event;
import io.github.confgate.forge.Reviews;
import io.github.confgate.forge.Runner;
import io.github.confgate.forge.Target;
import io.github.confgate.inspection.Inspection;
import io.github.confgate.inspection.InspectionRequest;
import io.github.confgate.report.CheckMarkdown;
import io.github.confgate.report.CheckReport;
import io.github.confgate.report.Style;
import io.github.confgate.report.Tool;
import io.github.confgate.report.Visible;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.verdict.Decided;
import io.github.confgate.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * What {@code action.yml} runs: judges the change that a workflow's event is about, and tells it in the log, the summary,
 * the outputs, the reports and the one comment. Only the verdict decides the exit code; that a comment cannot be written
 * is no more than told.
 */
@CommandLine.Command(name = "confgate action", description = "What action.yml runs in a workflow.")
final class ActionCommand extends Command {

    @Override
    void prepare(Surroundings surroundings) {
        surroundings.engine().prepare();
    }

    @Override
    int execute(Surroundings surroundings) {
        Runner runner = new Runner(surroundings.environment());
        try {
            return judge(surroundings, runner);
        } catch (IOException e) {
            tell(surroundings, runner, e);
            throw new CannotJudgeException("a file of the runner cannot be written: " + e.getMessage(), e);
        } catch (RuntimeException | Error failure) {
            tell(surroundings, runner, failure);
            throw failure;
        }
    }

    private static int judge(Surroundings surroundings, Runner runner) throws IOException {
        ActionInputs inputs = new ActionInputs(surroundings.environment());
        boolean comments = inputs.isOn("COMMENT");
        boolean fetches = inputs.isOn("FETCH");
        String format = inputs.text("FORMAT").isEmpty()
                ? "text"
                : Choices.pick("format", inputs.text("FORMAT"), CheckReport.FORMATS);
        Path repository = inputs.inWorkspace("WORKING_DIRECTORY");
        Target target = target(inputs, Event.read(surroundings.environment()));
        Api api = api(inputs);
        String name = surroundings.environment().getOrDefault("GITHUB_REPOSITORY", "");
        GitFetch fetch = fetches ? new GitFetch(repository, surroundings.environment(), inputs.text("TOKEN")) : null;
        Severity failOn = CheckCommand.severity(inputs.text("FAIL_ON").isEmpty() ? null : inputs.text("FAIL_ON"));
        Path policy =
                inputs.text("POLICY").isEmpty() ? null : Paths.resolve(surroundings, "policy", inputs.text("POLICY"));
        Inspection inspection = new ActionRange(surroundings.engine(), repository, fetch, target)
                .inspect(range -> new InspectionRequest(
                        range, policy, failOn, surroundings.clock().instant(), new Reviews(api, name, target), null));
        String id = inputs.text("WORKING_DIRECTORY").equals(".") ? "" : inputs.text("WORKING_DIRECTORY");
        String markdown = CheckMarkdown.write(inspection, id);
        Map<String, String> outputs = new LinkedHashMap<>(outputs(inspection));
        outputs.putAll(reports(inputs, inspection, markdown));
        runner.output(outputs);
        runner.summary(markdown);
        log(surroundings, inspection, format);
        if (comments) {
            comment(surroundings, inspection, api, name, target, markdown);
        }
        return ExitCode.of(inspection.verdict());
    }

    /** What the event tells, unless the caller says otherwise; the comment stays with its pull request. */
    private static Target target(ActionInputs inputs, Event event) {
        String base = inputs.text("BASE");
        String head = inputs.text("HEAD");
        if (base.isEmpty() && head.isEmpty()) {
            return event.target();
        }
        Optional<Target> told = event.ifTold();
        return new Target(
                base.isEmpty() ? told.map(Target::branch).orElse("") : "",
                base.isEmpty() ? event.target().base() : base,
                head.isEmpty() ? event.head() : head,
                false,
                told.map(Target::pull).orElse(null));
    }

    private static @Nullable Api api(ActionInputs inputs) {
        String token = inputs.text("TOKEN");
        return token.isEmpty()
                ? null
                : new Api(
                        inputs.environment().getOrDefault("GITHUB_API_URL", "https://api.github.com"),
                        token,
                        Tool.NAME + "/" + Tool.VERSION,
                        inputs.patience());
    }

    private static Map<String, String> outputs(Inspection inspection) {
        List<Decided> open =
                inspection.findings().stream().filter(ActionCommand::isOpen).toList();
        return Map.of(
                "verdict", inspection.verdict().id(),
                "findings", String.valueOf(open.size()),
                "highest-severity",
                        open.stream()
                                .map(each -> each.finding().severity())
                                .max(Severity::compareTo)
                                .map(Severity::id)
                                .orElse("none"));
    }

    private static boolean isOpen(Decided decided) {
        return decided.decision() == Decided.Decision.BLOCK || decided.decision() == Decided.Decision.WARN;
    }

    /** Writes the reports for later steps; the names of the outputs with where they are. */
    private static Map<String, String> reports(ActionInputs inputs, Inspection inspection, String markdown)
            throws IOException {
        String temporary = inputs.environment().getOrDefault("RUNNER_TEMP", "");
        Path folder = temporary.isEmpty()
                ? Files.createTempDirectory("confgate-")
                : Files.createTempDirectory(Path.of(temporary), "confgate-");
        Path sarif = inputs.text("SARIF_FILE").isEmpty()
                ? folder.resolve("confgate.sarif")
                : inputs.inWorkspace("SARIF_FILE");
        Map<String, String> outputs = new LinkedHashMap<>();
        outputs.put("report-json", write(folder.resolve("confgate.json"), "json", inspection));
        outputs.put("report-sarif", write(sarif, "sarif", inspection));
        Path file = folder.resolve("confgate.md");
        Files.write(file, markdown.getBytes(StandardCharsets.UTF_8));
        outputs.put("report-markdown", file.toString());
        return outputs;
    }

    private static String write(Path file, String format, Inspection inspection) throws IOException {
        Files.write(file, CheckReport.write(format, inspection, Style.PLAIN).getBytes(StandardCharsets.UTF_8));
        return file.toString();
    }

    private static void log(Surroundings surroundings, Inspection inspection, String format) {
        surroundings.out().print(CheckReport.write("github", inspection, Style.PLAIN));
        if (!format.equals("github")) {
            surroundings.out().print(Runner.quoted(CheckReport.write(format, inspection, Style.PLAIN)));
        }
    }

    private static void comment(
            Surroundings surroundings,
            Inspection inspection,
            @Nullable Api api,
            String repository,
            Target target,
            String markdown) {
        Target.PullRequest pull = target.pull();
        if (api == null || pull == null || !pull.comments()) {
            return;
        }
        boolean wanted = inspection.verdict() != Verdict.PASS
                || inspection.findings().stream()
                        .anyMatch(each -> each.decision() == Decided.Decision.WAIVED
                                || (isOpen(each) && each.finding().severity().atLeast(Severity.LOW)));
        try {
            new Comment(api, repository, pull.number()).write(markdown, wanted);
        } catch (Comment.Failed e) {
            surroundings
                    .out()
                    .println(Runner.message(
                            "notice",
                            "The comment could not be written (" + e.getMessage() + "); the summary says the same."));
        }
    }

    /** A run that could not judge says so wherever a verdict would stand. */
    private static void tell(Surroundings surroundings, Runner runner, Throwable failure) {
        String sentence = Visible.escape(Failures.sentence(failure));
        surroundings.out().println(Runner.message("error", sentence));
        try {
            runner.output(Map.of("verdict", Verdict.UNDETERMINED.id(), "findings", "0", "highest-severity", "none"));
            runner.summary("### confgate could not judge\n\n```\n" + sentence.replace("```", "'''") + "\n```\n");
        } catch (IOException e) {
            surroundings.err().println("confgate: the outputs of this step could not be written");
        }
    }
}
