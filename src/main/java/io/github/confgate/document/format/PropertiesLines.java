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
    private char[] chars = new char[256];
    private int[] places = new int[256];
    private int length;
    private int at;
    private boolean separator;

    /** @param spring whether {@code #---} and {@code !---} part documents */
    PropertiesLines(String text, boolean spring) {
        this.text = text;
        this.spring = spring;
    }

    /** Goes on to the next logical line or separator of documents; false at the end of the text. */
    boolean next() {
        length = 0;
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
        boolean escaped = false;
        while (at < text.length() && !isBreak(text.charAt(at))) {
            char c = text.charAt(at);
            escaped = c == '\\' && !escaped;
            add(c, at++);
        }
        length -= escaped ? 1 : 0;
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
        if (i < length) {
            return places[i];
        }
        return length == 0 ? at : places[length - 1] + 1;
    }

    private void add(char c, int place) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2);
            places = Arrays.copyOf(places, length * 2);
        }
        chars[length] = c;
        places[length++] = place;
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
