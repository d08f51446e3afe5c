package io.github.confgate.cli;

import io.github.confgate.inspection.AuditEntry;
import io.github.confgate.inspection.AuditRequest;
import io.github.confgate.inspection.WhatIf;
import io.github.confgate.report.AuditReport;
import io.github.confgate.report.Style;
import io.github.confgate.report.WhatIfJson;
import io.github.confgate.report.WhatIfMarkdown;
import io.github.confgate.report.WhatIfText;
import io.github.confgate.source.UsageException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells every configuration change of the mainline's history. */
@CommandLine.Command(
        name = "confgate audit",
        description = "Tells every configuration change of the mainline's history, oldest first.")
final class AuditCommand extends Command {
    @Parameters(
            arity = "0..1",
            paramLabel = "RANGE",
            description = "REV, the end of a mainline, or AFTER..REV for what came since; nothing: HEAD.")
    @Nullable
    String range;

    @Option(names = "--policy", paramLabel = "FILE", description = "Judge by this policy, not by that of REV.")
    @Nullable
    String policy;

    @Option(
            names = "--policy-at-commit",
            description = "Judge each commit by the policy of its first parent, as the gate did.")
    boolean policyAtCommit;

    @Option(
            names = "--what-if",
            paramLabel = "POLICY",
            description =
                    "Tell only what this policy would have blocked, and why; of the last quarter if none is named.")
    @Nullable
    String whatIf;

    @Mixin
    PeriodOptions period = new PeriodOptions();

    @Mixin
    StreamOptions output = new StreamOptions();

    @Override
    void prepare(Surroundings surroundings) {
        surroundings.engine().prepare();
    }

    @Override
    int execute(Surroundings surroundings) {
        if (whatIf != null) {
            return whatIf(surroundings, whatIf);
        }
        String format = output.format(AuditReport.FORMATS);
        AuditRequest request = request(surroundings, file(surroundings, "--policy", policy));
        Progress progress = new Progress(surroundings, !shared.quiet);
        output.write(surroundings, out -> {
            AuditReport report = AuditReport.of(format, out);
            Consumer<AuditEntry> sink = report::accept;
            surroundings.engine().audit(shared.repository(surroundings), request, progress.with(sink));
        });
        progress.end();
        return ExitCode.PASS;
    }

    private int whatIf(Surroundings surroundings, String asked) {
        if (policy != null || policyAtCommit) {
            throw new UsageException(
                    "--what-if names the policy that judges; leave --policy and --policy-at-commit out.");
        }
        String format = output.format(List.of("text", "json", "markdown"));
        Style style = shared.style(surroundings, output.toFile());
        AuditRequest request = request(surroundings, file(surroundings, "--what-if", asked));
        Progress progress = new Progress(surroundings, !shared.quiet);
        WhatIf found = surroundings
                .engine()
                .whatIf(
                        shared.repository(surroundings),
                        request,
                        surroundings.clock().instant(),
                        progress.with(entry -> {}));
        progress.end();
        output.write(
                surroundings,
                out -> out.accept(
                        switch (format) {
                            case "json" -> WhatIfJson.write(found);
                            case "markdown" -> WhatIfMarkdown.write(found, asked);
                            default -> WhatIfText.write(found, asked, style);
                        }));
        return ExitCode.PASS;
    }

    private static @Nullable Path file(Surroundings surroundings, String option, @Nullable String path) {
        return path == null ? null : Paths.resolve(surroundings, option, path);
    }

    private AuditRequest request(Surroundings surroundings, @Nullable Path file) {
        Instant now = surroundings.clock().instant();
        if (file != null && policyAtCommit) {
            throw new UsageException("--policy and --policy-at-commit contradict each other; give one of them.");
        }
        String given = range == null ? "HEAD" : range;
        int dots = given.indexOf("..");
        String tip = dots < 0 ? given : given.substring(dots + 2);
        String after = dots < 0 ? null : given.substring(0, dots);
        if (tip.startsWith(".") || (after != null && after.isBlank())) {
            throw new UsageException("'" + given + "' is no range; a range is AFTER..REV.");
        }
        return new AuditRequest(
                tip.isEmpty() ? "HEAD" : tip,
                after,
                period.since(now),
                period.until(now),
                period.environment,
                file,
                policyAtCommit);
    }
}
