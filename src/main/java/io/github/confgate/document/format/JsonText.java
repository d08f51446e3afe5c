package io.github.confgate.document.format;

import io.github.confgate.document.Refusal;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Region;

/** The words of JSON, from the beginning of a text to its end, with line and column of where it stands. */
final class JsonText {

    static final int END = -1;
    private static final int NAMES = 256;

    private final String text;
    private final char[] chars;
    private final boolean lenient;
    private final String[] names = new String[NAMES];
    private int line = 1;

    /** Where the line begins; further by one for each pair of surrogates in it, as columns count code points. */
    private int lineStart;

    int at;

    /** @param lenient whether comments may stand between words */
    JsonText(String text, boolean lenient) {
        this.text = text;
        this.chars = text.toCharArray();
        this.lenient = lenient;
    }

    /** The character here, or {@link #END}. */
    int peek() {
        return at < chars.length ? chars[at] : END;
    }

    boolean take(char c) {
        boolean here = peek() == c;
        at += here ? 1 : 0;
        return here;
    }

    void expect(char c) {
        if (!take(c)) {
            throw broken();
        }
    }

    int line() {
        return line;
    }

    int column() {
        return at - lineStart + 1;
    }

    /** From a column of this line to here. */
    Region toHere(int column) {
        return new Region(line, column, line, column());
    }

    Region toHere(int fromLine, int column) {
        return new Region(fromLine, column, line, column());
    }

    String from(int start) {
        return text.substring(start, at);
    }

    /** Over white space, and over comments where they may stand. */
    void skip() {
        char[] all = chars;
        int i = at;
        while (i < all.length) {
            char c = all[i];
            if (c > ' ') {
                at = i;
                if (c != '/' || !lenient) {
                    return;
                }
                comment();
                i = at;
            } else if (c == ' ' || c == '\t') {
                i++;
            } else if (c == '\n' || (c == '\r' && !(i + 1 < all.length && all[i + 1] == '\n'))) {
                lineBreak(++i);
            } else if (c == '\r') {
                i++;
            } else {
                break;
            }
        }
        at = i;
    }

    private void lineBreak(int behind) {
        line++;
        lineStart = behind;
    }

    private void comment() {
        boolean toLineEnd = text.startsWith("//", at);
        if (!toLineEnd && !text.startsWith("/*", at)) {
            at += at + 1 < text.length() ? 1 : 0;
            throw broken();
        }
        at += 2;
        while (toLineEnd || !text.startsWith("*/", at)) {
            int c = peek();
            if (c == '\n' || c == '\r') {
                if (toLineEnd) {
                    return;
                }
                at += text.startsWith("\r\n", at) ? 2 : 1;
                lineBreak(at);
            } else if (c != END) {
                character();
            } else if (toLineEnd) {
                return;
            } else {
                throw broken();
            }
        }
        at += 2;
    }

    private void character() {
        if (Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1))) {
            lineStart++;
        }
        at++;
    }

    /** A key; equal ones are mostly the same object. */
    String name() {
        if (peek() != '"') {
            throw broken();
        }
        int start = at + 1;
        int end = plainEnd(start);
        if (end == chars.length || chars[end] != '"' || end == start) {
            return string();
        }
        at = end + 1;
        int slot = (31 * (31 * chars[start] + chars[end - 1]) + chars[(start + end) >>> 1] + end - start) & (NAMES - 1);
        String known = names[slot];
        if (known == null || known.length() != end - start || !text.startsWith(known, start)) {
            known = text.substring(start, end);
            names[slot] = known;
        }
        return known;
    }

    /** The text in quotes that begins here. */
    String string() {
        int start = at + 1;
        int end = plainEnd(start);
        if (end == chars.length || chars[end] != '"') {
            return rest(start, end);
        }
        at = end + 1;
        return text.substring(start, end);
    }

    private int plainEnd(int from) {
        char[] all = chars;
        int i = from;
        while (i < all.length && all[i] != '"' && isPlain(all[i])) {
            i++;
        }
        return i;
    }

    /** Whether a character stands for itself and is one column wide. */
    private static boolean isPlain(char c) {
        return c >= ' ' && c != '\\' && c < Character.MIN_SURROGATE;
    }

    private String rest(int start, int from) {
        StringBuilder out = new StringBuilder(from - start + 16).append(text, start, from);
        at = from;
        while (!take('"')) {
            int c = peek();
            if (c == '\\') {
                out.append(escape());
            } else if (c < ' ') {
                throw broken();
            } else {
                out.append((char) c);
                character();
            }
        }
        return out.toString();
    }

    private char escape() {
        at++;
        int c = peek();
        switch (c) {
            case '"', '\\', '/' -> {}
            case 'b' -> c = '\b';
            case 'f' -> c = '\f';
            case 'n' -> c = '\n';
            case 'r' -> c = '\r';
            case 't' -> c = '\t';
            case 'u' -> {
                c = 0;
                for (int i = 0; i < 4; i++) {
                    at++;
                    int hex = peek();
                    int digit = hex < 0 || hex > 0x7F ? -1 : Character.digit(hex, 16);
                    if (digit < 0) {
                        throw broken();
                    }
                    c = c * 16 + digit;
                }
            }
            default -> throw broken();
        }
        at++;
        return (char) c;
    }

    String word(String word) {
        if (!text.startsWith(word, at)) {
            throw broken();
        }
        at += word.length();
        return word;
    }

    ScalarType number() {
        at += peek() == '-' ? 1 : 0;
        int first = at;
        digits();
        if (at > first + 1 && text.charAt(first) == '0') {
            at = first + 1;
            throw broken();
        }
        ScalarType type = ScalarType.INTEGER;
        if (take('.')) {
            type = ScalarType.DECIMAL;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            type = ScalarType.DECIMAL;
            at++;
            at += peek() == '+' || peek() == '-' ? 1 : 0;
            digits();
        }
        return type;
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw broken();
        }
    }

    /** What stands here fits nothing, or nothing stands here. */
    Refusal broken() {
        if (lenient && at >= text.length()) {
            return unparsed("the text ends before all that was opened is closed");
        }
        return unparsed(JsonErrors.words(text, Math.min(at, text.length()), lenient));
    }

    Refusal unparsed(String words) {
        return new Refusal(Diagnostic.Kind.UNPARSED, line, "is not valid JSON: " + words);
    }
}
