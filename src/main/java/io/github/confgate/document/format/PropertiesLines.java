package io.github.confgate.document.format;

import java.util.Arrays;

/**
 * Puts the natural lines of a properties file together to logical ones, as {@code java.util.Properties} has it: blank
 * lines and comments fall away, a line that ends with an odd number of backslashes goes on in the next, and each
 * character keeps its place in the text.
 */
final class PropertiesLines {

    private final String text;
    private final boolean spring;
    private final boolean returns;
    private char[] chars = new char[256];
    private int length;
    // Of each natural line that the logical one is made of: where it begins in that, and where in the text.
    private int[] firsts = new int[4];
    private int[] places = new int[4];
    private int pieces;
    private int at;
    private boolean separator;

    /** @param spring whether {@code #---} and {@code !---} part documents */
    PropertiesLines(String text, boolean spring) {
        this.text = text;
        this.spring = spring;
        this.returns = text.indexOf('\r') >= 0;
    }

    /** Goes on to the next logical line or separator of documents; false at the end of the text. */
    boolean next() {
        length = 0;
        pieces = 0;
        separator = false;
        while (true) {
            skipBlanks();
            if (at >= text.length()) {
                return length > 0;
            }
            char c = text.charAt(at);
            boolean comment = length == 0 && (c == '#' || c == '!');
            if (comment && spring && isSeparator()) {
                at = lineEnd();
                separator = true;
                return true;
            }
            if (comment || (length == 0 && isBreak(c))) {
                at = lineEnd();
                skipBreak();
            } else if (!goesOn() && length > 0) {
                return true;
            }
        }
    }

    /** Reads to the end of the natural line; whether the logical one goes on behind it. */
    private boolean goesOn() {
        int end = lineEnd();
        int backslash = end;
        while (backslash > at && text.charAt(backslash - 1) == '\\') {
            backslash--;
        }
        boolean escaped = (end - backslash) % 2 == 1;
        add(at, escaped ? end - 1 : end);
        at = end;
        skipBreak();
        return escaped;
    }

    boolean isDocumentSeparator() {
        return separator;
    }

    int length() {
        return length;
    }

    char charAt(int i) {
        return chars[i];
    }

    /** Where a character of the line stands in the text; behind the last one for the length of the line. */
    int place(int i) {
        if (length == 0) {
            return at;
        }
        if (i >= length) {
            return place(length - 1) + 1;
        }
        int piece = pieces - 1;
        if (i < firsts[piece]) {
            int found = Arrays.binarySearch(firsts, 0, pieces, i);
            piece = found >= 0 ? found : -found - 2;
        }
        return places[piece] + i - firsts[piece];
    }

    /** A stretch of the line as it is written. */
    String slice(int from, int to) {
        return new String(chars, from, to - from);
    }

    private void add(int from, int to) {
        if (from == to) {
            return;
        }
        if (chars.length - length < to - from) {
            chars = Arrays.copyOf(chars, Math.max(length * 2, length + to - from));
        }
        if (pieces == firsts.length) {
            firsts = Arrays.copyOf(firsts, pieces * 2);
            places = Arrays.copyOf(places, pieces * 2);
        }
        firsts[pieces] = length;
        places[pieces++] = from;
        text.getChars(from, to, chars, length);
        length += to - from;
    }

    private boolean isSeparator() {
        boolean lineStart = at == 0 || isBreak(text.charAt(at - 1));
        return lineStart && text.startsWith("---", at + 1) && lineEnd() == at + 4;
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\f".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private int lineEnd() {
        if (!returns) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        int i = at;
        while (i < text.length() && !isBreak(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private void skipBreak() {
        if (text.startsWith("\r\n", at)) {
            at += 2;
        } else if (at < text.length()) {
            at++;
        }
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
