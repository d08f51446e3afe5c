package io.github.confgate.report;

import io.github.confgate.rule.Severity;

/**
 * How a text report looks.
 *
 * @param color whether to write ANSI colours
 * @param detail how much to tell
 */
public record Style(boolean color, Detail detail) {

    public static final Style PLAIN = new Style(false, Detail.NORMAL);

    /** How much a text report tells. */
    public enum Detail {
        /** Silent when the verdict is pass; else one line for each finding that blocks, and the summary. */
        QUIET,
        /** In full from {@code medium} up, one line for what is milder. */
        NORMAL,
        /** Everything in full. */
        VERBOSE
    }

    boolean isQuiet() {
        return detail == Detail.QUIET;
    }

    boolean isVerbose() {
        return detail == Detail.VERBOSE;
    }

    String bold(String text) {
        return paint("1", text);
    }

    String dim(String text) {
        return paint("2", text);
    }

    /** The gutter, arrows and labels around source text. */
    String frame(String text) {
        return paint("1;34", text);
    }

    String good(String text) {
        return paint("1;32", text);
    }

    String bad(String text) {
        return paint("1;31", text);
    }

    String of(Severity severity, String text) {
        return paint(
                switch (severity) {
                    case CRITICAL, HIGH -> "1;31";
                    case MEDIUM -> "1;33";
                    case LOW -> "1;36";
                    case INFO -> "2";
                },
                text);
    }

    private String paint(String code, String text) {
        return color && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
