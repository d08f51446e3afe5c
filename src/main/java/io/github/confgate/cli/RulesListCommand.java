package io.github.confgate.cli;

import io.github.confgate.report.RulesMarkdown;
import io.github.confgate.report.RulesText;
import io.github.confgate.rule.RuleSheet;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Lists the rules. */
@CommandLine.Command(
        name = "confgate rules list",
        description = "Lists every rule that judges here, a team's own too; in Markdown with what it says.")
final class RulesListCommand extends Command {
    @Mixin
    OutputOptions output = new OutputOptions();

    @Override
    int execute(Surroundings surroundings) {
        String format = output.format(List.of("text", "markdown"));
        List<RuleSheet> sheets = surroundings.engine().rules(shared.repository(surroundings));
        output.write(
                format.equals("markdown")
                        ? RulesMarkdown.write(sheets)
                        : RulesText.list(sheets, shared.style(surroundings, output.toFile())),
                surroundings);
        return ExitCode.PASS;
    }
}
