package io.github.confgate.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/**
 * All that a command sees of the process that it runs in.
 *
 * @param directory that relative paths of the command line start from
 * @param terminal whether {@code out} is a terminal; the launcher can tell, the JDK cannot
 * @param launcher what somebody types to start confgate
 */
public record Surroundings(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Clock clock,
        Path directory,
        boolean terminal,
        String launcher,
        Engine engine,
        InputStream in) {

    /** Nothing is read. */
    public Surroundings(
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            Clock clock,
            Path directory,
            boolean terminal,
            String launcher,
            Engine engine) {
        this(out, err, environment, clock, directory, terminal, launcher, engine, InputStream.nullInputStream());
    }

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** The real ones. Output is UTF-8 whatever the locale says. */
    static Surroundings ofProcess() {
        return new Surroundings(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                System.getenv(),
                Clock.system(ZoneId.systemDefault()),
                Path.of("").toAbsolutePath(),
                Boolean.getBoolean("confgate.terminal"),
                System.getProperty("confgate.launcher", "confgate"),
                new RepositoryEngine(),
                System.in);
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
}
