package io.github.confgate.forge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;

/** The files and the log of GitHub's runner: outputs of a step, its summary, workflow commands. */
public final class Runner {

    private static final int MOST_SUMMARY = 1024 * 1024;
    private static final String CUT = "\n\n…cut: the report holds the rest.\n";

    private final Map<String, String> environment;

    public Runner(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Sets outputs of the step. No value can end before its end: the delimiter is drawn anew for each. */
    public void output(Map<String, String> values) throws IOException {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> {
            String end = "confgate-" + UUID.randomUUID();
            text.append(name).append("<<").append(end).append('\n');
            text.append(value).append('\n').append(end).append('\n');
        });
        append("GITHUB_OUTPUT", text.toString());
    }

    /** Adds Markdown to the summary of the step; what GitHub would not take is cut. */
    public void summary(String markdown) throws IOException {
        append("GITHUB_STEP_SUMMARY", fitting(markdown, MOST_SUMMARY));
    }

    /** The longest run of whole lines that fits, with a word that it was cut. */
    static String fitting(String text, int bytes) {
        if (text.getBytes(UTF_8).length <= bytes) {
            return text;
        }
        int left = bytes - CUT.getBytes(UTF_8).length;
        int end = 0;
        for (int next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', end)) {
            left -= text.substring(end, next + 1).getBytes(UTF_8).length;
            if (left < 0) {
                break;
            }
            end = next + 1;
        }
        return text.substring(0, end) + CUT;
    }

    /** A message that the runner shows in its own way; {@code level} is {@code error}, {@code warning} or {@code notice}. */
    public static String message(String level, String text) {
        return "::" + level + " title=confgate::"
                + text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** Text that may say anything: between these lines the runner takes nothing for a command. */
    public static String quoted(String text) {
        String end = UUID.randomUUID().toString();
        return "::stop-commands::" + end + "\n" + text + (text.endsWith("\n") ? "" : "\n") + "::" + end + "::\n";
    }

    private void append(String variable, String text) throws IOException {
        String file = environment.getOrDefault(variable, "");
        if (!file.isEmpty()) {
            Files.writeString(Path.of(file), text, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
