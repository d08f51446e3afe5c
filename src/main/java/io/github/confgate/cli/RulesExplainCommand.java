package io.github.confgate.cli;

import io.github.confgate.report.RulesText;
import io.github.confgate.report.Style;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.source.UsageException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Explains one rule. */
@CommandLine.Command(
        name = "confgate rules explain",
        description = "Says what a rule finds, why, what to do instead, and shows its examples.")
final class RulesExplainCommand extends Command {
    @Parameters(paramLabel = "ID", description = "The rule's id, as in 'confgate rules list'.")
    String id = "";

    @Override
    int execute(Surroundings surroundings) {
        Style style = shared.style(surroundings, false);
        List<RuleSheet> sheets = surroundings.engine().rules(shared.repository(surroundings));
        RuleSheet found = sheets.stream()
                .filter(sheet -> sheet.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(sheets));
        surroundings.out().print(RulesText.explain(found, style));
        return ExitCode.PASS;
    }

    private UsageException unknown(List<RuleSheet> sheets) {
        List<String> ids = sheets.stream().map(sheet -> sheet.id().value()).toList();
        return new UsageException(
                "'" + id + "' is no rule." + Choices.didYouMean(id, ids) + " 'confgate rules list' lists them.");
    }
}
