package io.github.confgate.document.format;

import io.github.confgate.document.Lines;
import io.github.confgate.document.Refusal;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Region;

/** A place in a text that is read once from its beginning to its end. Offsets are in {@code char}s. */
final class Cursor {

    static final int END = -1;

    final String text;
    final Lines lines;
    private final String format;
    int at;

    /** @param format what the text is, for messages */
    Cursor(String text, Lines lines, String format) {
        this.text = text;
        this.lines = lines;
        this.format = format;
    }

    /** The character here, or {@link #END}. */
    int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    int peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    boolean sees(String what) {
        return text.startsWith(what, at);
    }

    /** Goes behind this text if it stands here. */
    boolean take(String what) {
        boolean here = sees(what);
        at += here ? what.length() : 0;
        return here;
    }

    boolean take(char what) {
        boolean here = peek() == what;
        at += here ? 1 : 0;
        return here;
    }

    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    /** The offset of the next line break, or the end of the text. */
    int lineEnd() {
        int i = at;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    String from(int start) {
        return text.substring(start, at);
    }

    Region region(int start, int end) {
        return lines.region(start, end);
    }

    int line(int offset) {
        return lines.line(Math.min(offset, text.length()));
    }

    /** The text is not valid here. The words are ours and hold nothing of it. */
    Refusal unparsed(int offset, String words) {
        return new Refusal(Diagnostic.Kind.UNPARSED, line(offset), "is not valid " + format + ": " + words);
    }

    /** The text is not valid where the cursor stands. */
    Refusal unparsed(String words) {
        return unparsed(at, words);
    }
}
