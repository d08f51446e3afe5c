package io.github.confgate.cli;

import io.github.confgate.report.Tool;
import io.github.confgate.report.Visible;
import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.UsageException;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What becomes of a command that did not end as it should: a sentence, and an exit code that is never 0. */
final class Failures {
    private Failures() {}

    static int tell(Throwable failure, Surroundings surroundings) {
        PrintStream err = surroundings.err();
        sentence(failure).lines().forEach(line -> err.println("confgate: " + Visible.escape(line)));
        if (surroundings.environment().containsKey("CONFGATE_DEBUG")) {
            failure.printStackTrace(err);
        }
        return failure instanceof UsageException || failure instanceof ParameterException
                ? ExitCode.USAGE
                : ExitCode.UNDETERMINED;
    }

    static String sentence(Throwable failure) {
        if (failure instanceof UsageException || failure instanceof CannotJudgeException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof ParameterException wrongCall) {
            return wrongCall(wrongCall);
        }
        if (failure instanceof OutOfMemoryError) {
            return "Ran out of memory; give it more with CONFGATE_JAVA_OPTS=-Xmx2g.";
        }
        return fault(failure);
    }

    private static String wrongCall(ParameterException failure) {
        List<String> near =
                failure instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String meant = near.isEmpty() ? "" : " Did you mean '" + near.get(0) + "'?";
        String command = failure.getCommandLine().getCommandSpec().name();
        return failure.getMessage() + "." + meant + "\n'" + command + " --help' shows the options.";
    }

    /** Names the class and the place only: a message could hold what the repository must keep secret. */
    private static String fault(Throwable failure) {
        String place = "";
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("io.github.confgate.")) {
                place = " at " + frame.getFileName() + ":" + frame.getLineNumber();
                break;
            }
        }
        return "Could not judge, through a fault of " + Tool.NAME + " " + Tool.VERSION + " ("
                + failure.getClass().getSimpleName() + place
                + "). Please report this line and the command; CONFGATE_DEBUG=1 shows more.";
    }
}
