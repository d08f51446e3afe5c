package io.github.confgate.cli;

import io.github.confgate.report.Tool;
import java.util.List;

/** The command line: from arguments to an exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Surroundings surroundings = Surroundings.ofProcess();
        int code = run(List.of(args), surroundings);
        System.exit(surroundings.finish(code));
    }

    /** Runs one command. Throws nothing and leaves the process alone, so that tests can call it. */
    public static int run(List<String> args, Surroundings surroundings) {
        try {
            return dispatch(Arguments.of(args), surroundings);
        } catch (Throwable failure) { // a gate that cannot judge must never look like one that passed
            return Failures.tell(failure, surroundings);
        }
    }

    private static int dispatch(Arguments arguments, Surroundings surroundings) {
        if (!arguments.command().isEmpty()) {
            return Commands.find(arguments.command()).run(arguments.rest(), surroundings);
        }
        if (arguments.rest().contains("--version")) {
            surroundings.out().println(Tool.NAME + " " + Tool.VERSION + Build.words());
            return ExitCode.PASS;
        }
        if (arguments.rest().contains("--help") || arguments.rest().contains("-h")) {
            surroundings.out().print(Commands.usage());
            return ExitCode.PASS;
        }
        surroundings.err().print(Commands.usage());
        return ExitCode.USAGE;
    }
}
