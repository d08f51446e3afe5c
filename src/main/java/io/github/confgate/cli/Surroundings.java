package io.github.confgate.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * All that a command sees of the process that it runs in.
 *
 * @param directory that relative paths of the command line start from
 * @param terminal whether {@code out} is a terminal
 */
public record Surroundings(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Clock clock,
        Path directory,
        boolean terminal,
        Engine engine) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** The real ones. Output is UTF-8 whatever the locale says. */
    static Surroundings ofProcess() {
        return new Surroundings(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                System.getenv(),
                Clock.systemUTC(),
                Path.of("").toAbsolutePath(),
                isTerminal(),
                new RepositoryEngine());
    }

    /** Writes out what is buffered. A reader that has gone away wanted no more; any other loss is told. */
    int finish(int code) {
        boolean lost = LastingOutput.isLost(out);
        err.flush();
        if (lost) {
            err.println("confgate: could not write the output");
            err.flush();
            return ExitCode.UNDETERMINED;
        }
        return code;
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new LastingOutput(new FileOutputStream(descriptor)).printer(StandardCharsets.UTF_8);
    }

    /** The launcher knows exactly; without it, the JDK knows only whether input and output both are one. */
    private static boolean isTerminal() {
        String told = System.getProperty("confgate.terminal");
        if (told != null) {
            return told.equals("true");
        }
        return Runtime.version().feature() < 22 && System.console() != null;
    }
}
