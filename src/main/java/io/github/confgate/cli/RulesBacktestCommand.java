package io.github.confgate.cli;

import io.github.confgate.inspection.AuditRequest;
import io.github.confgate.inspection.Backtest;
import io.github.confgate.report.BacktestText;
import io.github.confgate.report.Style;
import io.github.confgate.rule.RuleId;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.source.UsageException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replays a rule over history. */
@CommandLine.Command(
        name = "confgate rules backtest",
        description = "Says what a rule, or every rule, would have found in the mainline's history.")
final class RulesBacktestCommand extends Command {
    @Parameters(arity = "0..1", paramLabel = "ID", description = "The rule's id; nothing: every rule.")
    @Nullable
    String id;

    @Option(
            names = "--sheet",
            paramLabel = "PATH",
            description = "A sheet, or a folder of sheets, that is to be tried.")
    @Nullable
    String sheet;

    @Option(names = "--since", paramLabel = "T", description = "From a day, a time or an age: 2026-03-01, 12mo.")
    @Nullable
    String since;

    @Option(names = "--until", paramLabel = "T", description = "Before a day, a time or an age.")
    @Nullable
    String until;

    @Override
    void prepare(Surroundings surroundings) {
        surroundings.engine().prepare();
    }

    @Override
    int execute(Surroundings surroundings) {
        Style style = shared.style(surroundings, false);
        Path repository = shared.repository(surroundings);
        Path tried = sheet == null ? null : Paths.resolve(surroundings, "--sheet", sheet);
        RuleId rule = rule(surroundings, repository, tried);
        Instant now = surroundings.clock().instant();
        AuditRequest request = new AuditRequest(
                "HEAD",
                null,
                since == null ? null : Moments.of("--since", since, now),
                until == null ? null : Moments.of("--until", until, now),
                null,
                null,
                false);
        Progress progress = new Progress(surroundings, !shared.quiet);
        Backtest found = surroundings.engine().backtest(repository, request, rule, tried, progress.with(entry -> {}));
        progress.end();
        surroundings.out().print(BacktestText.write(found, style));
        return ExitCode.PASS;
    }

    private @Nullable RuleId rule(Surroundings surroundings, Path repository, @Nullable Path tried) {
        String wanted = id;
        if (wanted == null) {
            return null;
        }
        List<RuleSheet> sheets = surroundings.engine().rules(repository);
        boolean known = sheets.stream().anyMatch(each -> each.id().value().equals(wanted));
        if (!RuleId.isValid(wanted) || (tried == null && !known)) {
            List<String> ids = sheets.stream().map(each -> each.id().value()).toList();
            throw new UsageException("'" + wanted + "' is no rule." + Choices.didYouMean(wanted, ids)
                    + " 'confgate rules list' lists them; --sheet PATH tries one that is not there yet.");
        }
        return new RuleId(wanted);
    }
}
