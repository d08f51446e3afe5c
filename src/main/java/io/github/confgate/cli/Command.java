package io.github.confgate.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** A command: parses its options with picocli, then does its work. */
abstract class Command {
    @Mixin
    SharedOptions shared = new SharedOptions();

    /** Returns the exit code. */
    abstract int execute(Surroundings surroundings);

    /** What can begin before it is known what is asked for. */
    void prepare(Surroundings surroundings) {}

    final int run(List<String> args, Surroundings surroundings) {
        prepare(surroundings);
        CommandLine parser = parser();
        parser.parseArgs(args.toArray(String[]::new));
        if (shared.help) {
            surroundings.out().print(parser.getUsageMessage(CommandLine.Help.Ansi.OFF));
            return ExitCode.PASS;
        }
        if (shared.version) {
            return Main.run(List.of("--version"), surroundings);
        }
        return execute(surroundings);
    }

    final CommandLine parser() {
        return new CommandLine(this)
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setAllowOptionsAsOptionParameters(false)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100);
    }
}
