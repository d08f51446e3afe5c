package io.github.confgate.testing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a line of output as the runner of GitHub Actions does: {@code ::command name=value::data} at the beginning, blanks
 * aside, and the older {@code ##[command name=value]data} anywhere. Written after the behaviour that its documentation and
 * its {@code ActionCommand} describe.
 */
public final class ActionsRunner {
    private static final Set<String> COMMANDS = Set.of(
            "error",
            "warning",
            "notice",
            "debug",
            "group",
            "endgroup",
            "add-mask",
            "add-matcher",
            "remove-matcher",
            "echo",
            "set-output",
            "save-state",
            "set-env",
            "add-path",
            "stop-commands",
            "section",
            "command");

    private ActionsRunner() {}

    /** A command with its properties and data unescaped. */
    public record Command(String name, Map<String, String> properties, String data) {}

    /** The command that a line is; empty for plain output. */
    public static Optional<Command> read(String line) {
        return second(line).or(() -> first(line));
    }

    private static Optional<Command> second(String line) {
        String message = line.stripLeading();
        int end = message.startsWith("::") ? message.indexOf("::", 2) : -1;
        if (end < 0) {
            return Optional.empty();
        }
        String head = message.substring(2, end);
        int space = head.indexOf(' ');
        String name = space < 0 ? head : head.substring(0, space);
        Map<String, String> properties = new LinkedHashMap<>();
        for (String each : (space < 0 ? "" : head.substring(space + 1)).strip().split(",", -1)) {
            String[] pair = each.split("=", 2);
            if (pair.length == 2 && !pair[1].isEmpty()) {
                properties.put(
                        pair[0],
                        pair[1].replace("%2C", ",")
                                .replace("%3A", ":")
                                .replace("%0A", "\n")
                                .replace("%0D", "\r")
                                .replace("%25", "%"));
            }
        }
        String data = message.substring(end + 2)
                .replace("%0A", "\n")
                .replace("%0D", "\r")
                .replace("%25", "%");
        return COMMANDS.contains(name.toLowerCase(Locale.ROOT))
                ? Optional.of(new Command(name, properties, data))
                : Optional.empty();
    }

    private static Optional<Command> first(String line) {
        int begin = line.indexOf("##[");
        int end = begin < 0 ? -1 : line.indexOf(']', begin);
        if (end < 0) {
            return Optional.empty();
        }
        String name = line.substring(begin + 3, end).split(" ", 2)[0];
        return Optional.of(new Command(name, Map.of(), line.substring(end + 1)));
    }
}
