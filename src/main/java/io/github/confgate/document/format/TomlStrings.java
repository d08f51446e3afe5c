package io.github.confgate.document.format;

/** The four kinds of TOML's strings. Line breaks in a text of several lines become {@code \n}. */
final class TomlStrings {

    private static final String OPEN = "a text in quotes is not closed";

    private TomlStrings() {}

    /** Reads the string that opens at the cursor. */
    static String value(Cursor in) {
        if (in.sees("\"\"\"") || in.sees("'''")) {
            return lines(in, (char) in.peek());
        }
        return in.peek() == '"' ? basic(in) : literal(in);
    }

    static String basic(Cursor in) {
        int open = in.at++;
        StringBuilder out = null;
        int copied = in.at;
        while (true) {
            int c = in.peek();
            if (c == '"') {
                String rest = in.from(copied);
                in.at++;
                return out == null ? rest : out.append(rest).toString();
            }
            if (c == '\\') {
                out = (out == null ? new StringBuilder() : out).append(in.text, copied, in.at);
                escape(in, out);
                copied = in.at;
            } else {
                character(in, open);
            }
        }
    }

    static String literal(Cursor in) {
        int open = in.at++;
        while (in.peek() != '\'') {
            character(in, open);
        }
        in.at++;
        return in.text.substring(open + 1, in.at - 1);
    }

    private static String lines(Cursor in, char quote) {
        int open = in.at;
        String quotes = in.text.substring(open, open + 3);
        in.at += 3;
        lineBreak(in);
        StringBuilder out = new StringBuilder();
        while (!in.sees(quotes)) {
            int c = in.peek();
            if (c == '\\' && quote == '"') {
                if (!joinsLines(in)) {
                    escape(in, out);
                }
            } else if (lineBreak(in)) {
                out.append('\n');
            } else {
                character(in, open);
                out.append((char) c);
            }
        }
        in.at += 3;
        // Up to two quotes may stand before the closing ones.
        for (int i = 0; i < 2 && in.take(quote); i++) {
            out.append(quote);
        }
        return out.toString();
    }

    private static boolean lineBreak(Cursor in) {
        return in.take('\n') || in.take("\r\n");
    }

    /** A backslash at the end of a line takes all white space up to the next text with it. */
    private static boolean joinsLines(Cursor in) {
        int start = in.at++;
        in.skipBlanks();
        if (!lineBreak(in)) {
            in.at = start;
            return false;
        }
        do {
            in.skipBlanks();
        } while (lineBreak(in));
        return true;
    }

    private static void character(Cursor in, int open) {
        int c = in.peek();
        if (c == Cursor.END || c == '\n' || c == '\r') {
            throw in.unparsed(c == '\r' && in.peek(1) != '\n' ? in.at : open, c == '\r' ? OPEN + " on its line" : OPEN);
        }
        if (isControl(c)) {
            throw in.unparsed("a control character stands in the text as it is");
        }
        in.at++;
    }

    /** Characters that may stand nowhere but as escapes. */
    static boolean isControl(int c) {
        return (c >= 0 && c < ' ' && c != '\t') || c == 0x7F;
    }

    private static void escape(Cursor in, StringBuilder out) {
        int start = in.at++;
        int c = in.peek();
        in.at++;
        switch (c) {
            case 'b' -> out.append('\b');
            case 't' -> out.append('\t');
            case 'n' -> out.append('\n');
            case 'f' -> out.append('\f');
            case 'r' -> out.append('\r');
            case 'e' -> out.append('\u001B');
            case '"', '\\' -> out.append((char) c);
            case 'x' -> out.appendCodePoint(code(in, start, 2));
            case 'u' -> out.appendCodePoint(code(in, start, 4));
            case 'U' -> out.appendCodePoint(code(in, start, 8));
            default ->
                throw in.unparsed(
                        start, "an escape that TOML does not know; write `\\\\`, or put the text in single quotes");
        }
    }

    private static int code(Cursor in, int start, int digits) {
        long code = 0;
        for (int i = 0; i < digits; i++, in.at++) {
            int c = in.peek();
            int digit = c < 0 || c > 0x7F ? -1 : Character.digit(c, 16);
            if (digit < 0) {
                throw in.unparsed(start, "an escape without its " + digits + " hexadecimal digits");
            }
            code = code * 16 + digit;
        }
        if (code > Character.MAX_CODE_POINT || (code >= 0xD800 && code <= 0xDFFF)) {
            throw in.unparsed(start, "an escape that stands for no character");
        }
        return (int) code;
    }
}
