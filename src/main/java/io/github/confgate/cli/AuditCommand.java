package io.github.confgate.cli;

import io.github.confgate.inspection.AuditEntry;
import io.github.confgate.inspection.AuditRequest;
import io.github.confgate.report.AuditReport;
import io.github.confgate.source.UsageException;
import java.nio.file.Path;
import java.time.Instant;
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

    @Option(names = "--since", paramLabel = "T", description = "From a day, a time or an age: 2026-03-01, 30d.")
    @Nullable
    String since;

    @Option(names = "--until", paramLabel = "T", description = "Before a day, a time or an age.")
    @Nullable
    String until;

    @Option(names = "--environment", paramLabel = "NAME", description = "Only what reaches this environment.")
    @Nullable
    String environment;

    @Option(names = "--policy", paramLabel = "FILE", description = "Judge by this policy, not by that of REV.")
    @Nullable
    String policy;

    @Option(
            names = "--policy-at-commit",
            description = "Judge each commit by the policy of its first parent, as the gate did.")
    boolean policyAtCommit;

    @Mixin
    StreamOptions output = new StreamOptions();

    @Override
    void prepare(Surroundings surroundings) {
        surroundings.engine().prepare();
    }

    @Override
    int execute(Surroundings surroundings) {
        String format = Choices.pick("--format", output.format, AuditReport.FORMATS);
        AuditRequest request = request(surroundings);
        Progress progress = new Progress(surroundings, !shared.quiet);
        output.write(surroundings, out -> {
            AuditReport report = AuditReport.of(format, out);
            Consumer<AuditEntry> sink = report::accept;
            surroundings.engine().audit(shared.repository(surroundings), request, progress.with(sink));
        });
        progress.end();
        return ExitCode.PASS;
    }

    private AuditRequest request(Surroundings surroundings) {
        Instant now = surroundings.clock().instant();
        Path file = policy == null ? null : Paths.resolve(surroundings, "--policy", policy);
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
                since == null ? null : Moments.of("--since", since, now),
                until == null ? null : Moments.of("--until", until, now),
                environment,
                file,
                policyAtCommit);
    }
}
