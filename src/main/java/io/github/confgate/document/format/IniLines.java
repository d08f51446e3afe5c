package io.github.confgate.document.format;

/** The lines of an INI file and what may stand on one. */
final class IniLines {

    /**
     * A line.
     *
     * @param text where its first character that is not blank stands
     * @param end where its line break stands
     */
    record Line(int start, int text, int end) {
        boolean isBlank() {
            return text == end;
        }

        int indent() {
            return text - start;
        }
    }

    private final Cursor in;

    IniLines(Cursor in) {
        this.in = in;
    }

    /** The line at the cursor, which then stands at the next. */
    Line next() {
        int start = in.at;
        int end = in.lineEnd();
        in.at = end;
        if (!in.take("\r\n")) {
            in.at = Math.min(end + 1, in.text.length());
        }
        return new Line(start, skipBlanks(start, end), end);
    }

    boolean isComment(int at) {
        return in.text.charAt(at) == ';' || in.text.charAt(at) == '#';
    }

    static boolean isSign(char c) {
        return c == '=' || c == ':';
    }

    /** Where the key's sign stands, or the comment behind a key without one, or the end. */
    int sign(int from, int end) {
        int i = from;
        while (i < end && !isSign(in.text.charAt(i)) && !opensComment(i)) {
            i++;
        }
        return i;
    }

    /** Where a value ends: before a comment and the white space around it. Quotes hide comments. */
    int valueEnd(int start, int end) {
        char quote = start < end ? in.text.charAt(start) : 0;
        if (quote == '"' || quote == '\'') {
            int close = start + 1;
            while (close < end && in.text.charAt(close) != quote) {
                close++;
            }
            if (close < end && endsBehind(close + 1, end)) {
                return close + 1;
            }
        }
        int i = start;
        while (i < end && !opensComment(i)) {
            i++;
        }
        return trimmed(start, i);
    }

    /** Whether nothing or a comment stands from here to the end of the line. */
    boolean endsBehind(int from, int end) {
        int i = skipBlanks(from, end);
        return i == end || isComment(i);
    }

    /** The bracket that closes a section outside of quotes, or -1. */
    int closing(int from, int end) {
        boolean quoted = false;
        for (int i = from; i < end; i++) {
            char c = in.text.charAt(i);
            quoted ^= c == '"';
            if (c == ']' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    int skipBlanks(int from, int end) {
        int i = from;
        while (i < end && isBlank(in.text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Where a stretch ends without the blanks at its end. */
    int trimmed(int from, int end) {
        int i = end;
        while (i > from && isBlank(in.text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private boolean opensComment(int at) {
        return isComment(at) && isBlank(in.text.charAt(at - 1));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
