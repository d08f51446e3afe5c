package io.github.confgate.document.format;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a text that may be plain YAML, with their indentation; comments and blank lines have none. */
final class PlainLines {

    static final PlainLines NONE = new PlainLines("");
    private static final int SKIPPED = -1;

    private final String text;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] indents = new int[256];
    private int size;

    private PlainLines(String text) {
        this.text = text;
    }

    /** The lines; null when a character alone makes the text something else (tabs, other line ends, controls). */
    static @Nullable PlainLines of(String text) {
        PlainLines lines = new PlainLines(text);
        int start = 0;
        int length = text.length();
        for (int i = 0; i <= length; i++) {
            char c = i < length ? text.charAt(i) : '\n';
            if (c == '\n') {
                if (!lines.add(start, i)) {
                    return null;
                }
                start = i + 1;
            } else if (c < ' ' ? !isLineEnd(text, i) : c > '~' && isSpecial(c)) {
                return null;
            }
        }
        return lines;
    }

    private static boolean isLineEnd(String text, int i) {
        return text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
    }

    private static boolean isSpecial(char c) {
        return c < '\u00a0' || c == '\u2028' || c == '\u2029' || c == '\ufeff' || c >= '\ufffd';
    }

    private boolean add(int start, int newline) {
        int end = newline > start && text.charAt(newline - 1) == '\r' ? newline - 1 : newline;
        int first = start;
        while (first < end && text.charAt(first) == ' ') {
            first++;
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            indents = Arrays.copyOf(indents, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        indents[size++] = first == end || text.charAt(first) == '#' ? SKIPPED : first - start;
        char c = first == start && first < end ? text.charAt(first) : ' ';
        return c != '%' && !text.startsWith("...", start) && (size == 1 || !text.startsWith("---", start));
    }

    String text() {
        return text;
    }

    int size() {
        return size;
    }

    int start(int line) {
        return starts[line];
    }

    int end(int line) {
        return ends[line];
    }

    int indent(int line) {
        return indents[line];
    }

    /** The mark that may open a document, alone on the first line, is passed over. */
    void skipDocumentStart() {
        if (size > 0
                && text.startsWith("---")
                && text.substring(0, ends[0]).strip().equals("---")) {
            indents[0] = SKIPPED;
        }
    }

    /** The first line with content from a line on; the number of lines when there is none. */
    int content(int from) {
        int line = from;
        while (line < size && indents[line] == SKIPPED) {
            line++;
        }
        return Math.min(line, size);
    }

    boolean isItem(int line, int indent) {
        int dash = starts[line] + indent;
        return dash < ends[line] && text.charAt(dash) == '-' && isBlankAt(dash + 1, ends[line]);
    }

    boolean isBlankAt(int position, int end) {
        return position >= end || text.charAt(position) == ' ';
    }

    /** Where what is not blank begins; the end for nothing and for a comment. */
    int skipBlanks(int from, int end) {
        int i = from;
        while (i < end && text.charAt(i) == ' ') {
            i++;
        }
        return i < end && text.charAt(i) == '#' ? end : i;
    }

    boolean isRestEmpty(int from, int end) {
        return from >= end || (text.charAt(from) == ' ' && skipBlanks(from, end) == end);
    }

    /** The last line of a block scalar that begins on a line: as long as lines are blank or stand deeper. */
    int blockEnd(int line, int indent) {
        int last = line;
        for (int i = line + 1; i < size; i++) {
            int first = starts[i];
            while (first < ends[i] && text.charAt(first) == ' ') {
                first++;
            }
            if (first < ends[i] && first - starts[i] <= indent) {
                return last;
            }
            last = i;
        }
        return last;
    }

    /** Where the colon behind a plain or simply quoted key stands; -1 when there is no such key. */
    static int keyEnd(String text, int from, int end) {
        char first = text.charAt(from);
        if (first == '"' || first == '\'') {
            int close = from + 1;
            while (close < end && text.charAt(close) != first && text.charAt(close) != '\\') {
                close++;
            }
            boolean simple = close + 1 < end && text.charAt(close) == first && text.charAt(close + 1) == ':';
            return simple && isEndOfKey(text, close + 1, end) ? close + 1 : -1;
        }
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == ':' && isEndOfKey(text, i, end)) {
                return i > from ? i : -1;
            }
            boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!word && "_./$+:".indexOf(c) < 0 && (c != '-' || i == from)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isEndOfKey(String text, int colon, int end) {
        return colon + 1 >= end || text.charAt(colon + 1) == ' ';
    }

    /** After the bracket that closes a flow collection on the same line; -1 when none does, or it holds more than values. */
    static int flowEnd(String text, int start, int end) {
        int depth = 0;
        char quote = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    return -1;
                }
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                if (--depth == 0) {
                    return i + 1;
                }
            } else if ("&*!#".indexOf(c) >= 0) {
                return -1;
            }
        }
        return -1;
    }

    /** A plain scalar without its comment; null when it is none. */
    static @Nullable String plain(String text, int start, int end) {
        char first = text.charAt(start);
        boolean mark = first == '-' || first == '?' || first == ':';
        if ("&*!%@`,]}#>|[{\"'".indexOf(first) >= 0 || (mark && (start + 1 >= end || text.charAt(start + 1) == ' '))) {
            return null;
        }
        int stop = start;
        while (stop < end) {
            char c = text.charAt(stop);
            if (c == ':' && (stop + 1 >= end || text.charAt(stop + 1) == ' ')) {
                return null;
            }
            if (c == '#' && text.charAt(stop - 1) == ' ') {
                break;
            }
            stop++;
        }
        return text.substring(start, stop).stripTrailing();
    }
}
