package io.github.confgate.cli;

import io.github.confgate.report.Schemas;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Prints the JSON Schema of a format. */
@CommandLine.Command(name = "confgate schema", description = "Prints the JSON Schema of a format.")
final class SchemaCommand extends Command {
    @Parameters(paramLabel = "FORMAT", description = "check, diff, audit, what-if, policy or rule.")
    String format = "";

    @Override
    int execute(Surroundings surroundings) {
        String name = Choices.pick("schema", format, Schemas.NAMES);
        surroundings.out().print(Schemas.find(name).orElseThrow());
        return ExitCode.PASS;
    }
}
