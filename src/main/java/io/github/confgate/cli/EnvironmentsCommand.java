package io.github.confgate.cli;

import io.github.confgate.report.EnvironmentsText;
import io.github.confgate.report.Style;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Shows how each file was mapped, and why. */
@CommandLine.Command(
        name = "confgate environments",
        description = "Shows the environment and counterpart of each configuration file, and why.")
final class EnvironmentsCommand extends Command {
    @Option(names = "--policy", paramLabel = "FILE", description = "Map by this policy, not by that of the work tree.")
    @Nullable
    String policy;

    @Override
    int execute(Surroundings surroundings) {
        Style style = shared.style(surroundings, false);
        Path file = policy == null ? null : Paths.resolve(surroundings, "--policy", policy);
        surroundings
                .out()
                .print(EnvironmentsText.write(
                        surroundings.engine().environments(shared.repository(surroundings), file), style));
        return ExitCode.PASS;
    }
}
