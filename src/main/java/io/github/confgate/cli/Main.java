package io.github.confgate.cli;

/** The command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(ExitCode.UNDETERMINED);
    }
}
