package io.github.confgate.cli;

import io.github.confgate.fact.java.CodeCaches;
import io.github.confgate.inspection.ApprovalsFile;
import io.github.confgate.inspection.Inspection;
import io.github.confgate.inspection.InspectionRequest;
import io.github.confgate.report.CheckReport;
import io.github.confgate.report.Style;
import io.github.confgate.report.Visible;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.UsageException;
import io.github.confgate.verdict.ApprovalSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gates a change. */
@CommandLine.Command(name = "confgate check", description = "Gates a change.")
final class CheckCommand extends Command {
    @Mixin
    RangeOptions range = new RangeOptions();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Option(names = "--policy", paramLabel = "FILE", description = "Judge by this policy, not by that of the base.")
    @Nullable
    String policy;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "Block from this severity on: info, low, medium, high or critical.")
    @Nullable
    String failOn;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "The time that is now for soak, freeze and waivers, as 2026-03-01T12:00Z.")
    @Nullable
    String at;

    @Option(
            names = "--approvals",
            paramLabel = "FILE",
            description =
                    "What others than the author have accepted on the head commit: a list of {accepts, by, at, commit}.")
    @Nullable
    String approvals;

    @Option(names = "--baseline", paramLabel = "FILE", description = "Findings of this file were there before.")
    @Nullable
    String baseline;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Write what is found to a baseline; one that is there already only loses what is over.")
    @Nullable
    String writeBaseline;

    @Option(names = "--no-cache", description = "Neither use nor write what earlier runs have seen of Java code.")
    boolean noCache;

    @Override
    void prepare(Surroundings surroundings) {
        surroundings.engine().prepare();
    }

    @Override
    int execute(Surroundings surroundings) {
        String format = output.format(CheckReport.FORMATS);
        Style style = shared.style(surroundings, output.toFile());
        CodeCaches caches = noCache ? CodeCaches.none() : UserFolder.caches(surroundings.environment());
        InspectionRequest request = new InspectionRequest(
                range.request(),
                file(surroundings, "--policy", policy),
                severity(failOn),
                instant(surroundings),
                approvals(surroundings),
                file(surroundings, "--baseline", baseline),
                caches);
        Path written = file(surroundings, "--write-baseline", writeBaseline);
        if (written != null && baseline != null) {
            throw new UsageException("--write-baseline takes all that is found; it does without --baseline.");
        }
        Inspection inspection = surroundings.engine().inspect(shared.repository(surroundings), request);
        if (written != null) {
            inspection = BaselineFile.write(written, inspection);
        }
        output.write(CheckReport.write(format, inspection, style), surroundings);
        if (shared.verbose && !caches.unused().isEmpty()) {
            surroundings
                    .err()
                    .println("confgate: nothing is kept of the Java code for the next run: "
                            + Visible.escape(caches.unused()));
        }
        return ExitCode.of(inspection.verdict());
    }

    private @Nullable ApprovalSource approvals(Surroundings surroundings) {
        Path file = file(surroundings, "--approvals", approvals);
        return file == null ? null : ApprovalsFile.read(file);
    }

    private static @Nullable Path file(Surroundings surroundings, String option, @Nullable String path) {
        return path == null ? null : Paths.resolve(surroundings, option, path);
    }

    static @Nullable Severity severity(@Nullable String level) {
        if (level == null) {
            return null;
        }
        List<String> levels = Arrays.stream(Severity.values()).map(Severity::id).toList();
        return Severity.of(Choices.pick("--fail-on", level, levels)).orElse(null);
    }

    private Instant instant(Surroundings surroundings) {
        return at == null ? surroundings.clock().instant() : Moments.exact("--at", at);
    }
}
