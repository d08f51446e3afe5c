package io.github.confgate.cli;

import io.github.confgate.inspection.AuditEntry;
import io.github.confgate.inspection.AuditRequest;
import io.github.confgate.report.AuditJsonl;
import io.github.confgate.report.KeyLogText;
import io.github.confgate.report.Style;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.source.UsageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells who set a key to what, and when. */
@CommandLine.Command(name = "confgate log", description = "Tells who set a key to what, and when.")
final class LogCommand extends Command {
    @Parameters(
            arity = "1",
            paramLabel = "KEY",
            description = "A key, or a pattern: auth.server.url, **.replicas. Spelling of names does not count.")
    String key = "";

    @Mixin
    PeriodOptions period = new PeriodOptions();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Override
    int execute(Surroundings surroundings) {
        String format = output.format(List.of("text", "jsonl"));
        Style style = shared.style(surroundings, output.toFile());
        Instant now = surroundings.clock().instant();
        AuditRequest request = new AuditRequest(
                "HEAD", null, period.since(now), period.until(now), period.environment, pattern(), null, false);
        List<AuditEntry.Changed> changes = new ArrayList<>();
        int[] commits = new int[1];
        surroundings.engine().audit(shared.repository(surroundings), request, entry -> {
            if (entry instanceof AuditEntry.Changed changed) {
                changes.add(changed);
            } else if (entry instanceof AuditEntry.Header header) {
                commits[0] = header.commits();
            }
        });
        StringBuilder lines = new StringBuilder();
        changes.forEach(changed -> lines.append(AuditJsonl.line(changed)).append('\n'));
        output.write(
                format.equals("jsonl") ? lines.toString() : KeyLogText.write(key, changes, commits[0], style),
                surroundings);
        return ExitCode.PASS;
    }

    private KeyGlob pattern() {
        try {
            return KeyGlob.parse(key);
        } catch (IllegalArgumentException e) {
            throw new UsageException("'" + key + "' is no key and no pattern: " + e.getMessage());
        }
    }
}
