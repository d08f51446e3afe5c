package io.github.confgate.document.format;

import java.util.Iterator;

/**
 * Finds the marks of Go, Helm, Jinja and ERB templates, and names that Maven replaces ({@code @project.version@}), where YAML would have to read them: at the beginning of a line or
 * of a value. In a comment, in quotes or inside of a text they break nothing.
 */
final class TemplateMarks {

    private TemplateMarks() {}

    /** The 1-based line of the first mark; 0 when there is none. */
    static int firstLine(String text) {
        int line = 0;
        for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
            line++;
            if (opensValue(lines.next())) {
                return line;
            }
        }
        return 0;
    }

    /** Whether a line begins with a mark. */
    static boolean opensLine(String text) {
        if (!text.contains("{{") && !text.contains("{%") && !text.contains("<%")) {
            return false;
        }
        for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
            if (isMark(lines.next().stripLeading(), 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean opensValue(String line) {
        int i = 0;
        while (i < line.length() && " \t-[".indexOf(line.charAt(i)) >= 0) {
            i++;
        }
        int value = behind(": ", line, i);
        return isMark(line, i) || isMark(line, value) || isMark(line, behind("=", line, i)) || isReplaced(line, value);
    }

    /** A name between two {@code @}, which YAML cannot read as a value. */
    private static boolean isReplaced(String line, int at) {
        int end = at + 1;
        while (end < line.length()
                && (Character.isLetterOrDigit(line.charAt(end)) || "._-".indexOf(line.charAt(end)) >= 0)) {
            end++;
        }
        return line.startsWith("@", at) && end > at + 1 && line.startsWith("@", end);
    }

    private static int behind(String sign, String line, int from) {
        if (from >= line.length() || line.charAt(from) == '#') {
            return line.length();
        }
        boolean quoted = line.charAt(from) == '"' || line.charAt(from) == '\'';
        int behindKey = quoted ? line.indexOf(line.charAt(from), from + 1) : from;
        int colon = behindKey < 0 ? -1 : line.indexOf(sign, behindKey);
        if (colon < 0 || (quoted && colon != behindKey + 1)) {
            return line.length();
        }
        int i = colon + 1;
        while (i < line.length() && " [".indexOf(line.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static boolean isMark(String line, int at) {
        return line.startsWith("{{", at)
                || line.startsWith("{%", at)
                || line.startsWith("{#", at)
                || line.startsWith("<%", at);
    }
}
