package io.github.confgate.cli;

import io.github.confgate.report.RulesText;
import picocli.CommandLine;

/** Lists the rules. */
@CommandLine.Command(name = "confgate rules list", description = "Lists every rule with its severity.")
final class RulesListCommand extends Command {
    @Override
    int execute(Surroundings surroundings) {
        surroundings.out().print(RulesText.list(surroundings.engine().rules(), shared.style(surroundings, false)));
        return ExitCode.PASS;
    }
}
