package io.github.confgate.cli;

import picocli.CommandLine;

/** Replays the incident. */
@CommandLine.Command(name = "confgate demo", description = "Replays the incident in a repository of its own.")
final class DemoCommand extends Command {
    @Override
    int execute(Surroundings surroundings) {
        return ExitCode.UNDETERMINED;
    }
}
