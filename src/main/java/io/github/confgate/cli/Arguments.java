package io.github.confgate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A command line taken apart: which command, and everything else in its order.
 *
 * <p>Finding the command first lets options stand before and after it, and keeps every other command's class unloaded.
 *
 * @param command {@code check}, {@code rules list}; empty when there is none
 */
record Arguments(String command, List<String> rest) {

    /** Options whose value is the next argument. A test compares this with what the commands declare. */
    static final Set<String> WITH_VALUE = Set.of(
            "--repo",
            "--color",
            "--base",
            "--head",
            "--policy",
            "--fail-on",
            "--at",
            "--since",
            "--until",
            "--approvals",
            "--baseline",
            "--write-baseline",
            "--environment",
            "--what-if",
            "--sheet",
            "-f",
            "--format",
            "-o",
            "--output");

    private static final Set<String> WITH_SECOND_WORD = Set.of("rules");

    static Arguments of(List<String> args) {
        List<String> rest = new ArrayList<>(args);
        int first = nextWord(rest, 0);
        if (first < 0) {
            return new Arguments("", List.copyOf(rest));
        }
        String command = rest.remove(first);
        int second = WITH_SECOND_WORD.contains(command) ? nextWord(rest, first) : -1;
        if (second >= 0) {
            command += " " + rest.remove(second);
        }
        return new Arguments(command, List.copyOf(rest));
    }

    private static int nextWord(List<String> args, int from) {
        for (int i = from; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("--")) {
                return -1;
            }
            if (WITH_VALUE.contains(arg)) {
                i++;
            } else if (!arg.startsWith("-")) {
                return i;
            }
        }
        return -1;
    }
}
