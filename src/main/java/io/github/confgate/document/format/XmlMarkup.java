package io.github.confgate.document.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the places of tags, attributes and text in XML, tag by tag behind the library, which tells values without exact
 * places. The library has accepted whatever is read here, so that every mark is known to have its end.
 */
final class XmlMarkup {

    /** The places of an attribute: of its name, and of its value without the quotes. */
    record Attribute(String name, int nameStart, int nameEnd, int start, int end) {}

    private final String text;

    /** Where the last tag begins and ends. */
    int tagStart;

    int tagEnd;

    /** Where the text before the last tag begins and ends, without the white space around it; equal when there is none. */
    int textStart;

    int textEnd;

    private int nameEnd;
    private boolean closed;

    XmlMarkup(String text) {
        this.text = text;
    }

    /** Moves to the next tag; over comments and instructions, and over text, whose place it notes. */
    void next() {
        int i = tagEnd;
        textStart = i;
        textEnd = i;
        boolean any = false;
        while (true) {
            if (text.charAt(i) != '<') {
                if (!isBlank(text.charAt(i))) {
                    textStart = any ? textStart : i;
                    textEnd = i + 1;
                    any = true;
                }
                i++;
            } else if (text.startsWith("<!--", i)) {
                i = behind("-->", i + 4);
            } else if (text.startsWith("<?", i)) {
                i = behind("?>", i + 2);
            } else if (text.startsWith("<![CDATA[", i)) {
                int start = i + 9;
                i = behind("]]>", start);
                textStart = any ? textStart : start;
                textEnd = i - 3;
                any = true;
            } else {
                tag(i);
                return;
            }
        }
    }

    private void tag(int start) {
        tagStart = start;
        int i = start + 1;
        while (!isBlank(text.charAt(i)) && text.charAt(i) != '>' && !text.startsWith("/>", i)) {
            i++;
        }
        nameEnd = i;
        char quote = 0;
        while (quote != 0 || text.charAt(i) != '>') {
            char c = text.charAt(i++);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
        }
        tagEnd = i + 1;
        closed = text.charAt(i - 1) == '/' && text.charAt(start + 1) != '/';
    }

    int nameStart() {
        return tagStart + 1;
    }

    int nameEnd() {
        return nameEnd;
    }

    /** The name in the last tag. */
    String name() {
        return text.substring(nameStart(), nameEnd);
    }

    /** Whether the last tag is an element as a whole, {@code <a/>}; so only for the first to ask. */
    boolean isWhole() {
        boolean whole = closed;
        closed = false;
        return whole;
    }

    /** The attributes of the last tag, in order. */
    List<Attribute> attributes() {
        List<Attribute> attributes = new ArrayList<>();
        int i = skipBlanks(nameEnd);
        while (text.charAt(i) != '>' && text.charAt(i) != '/') {
            int start = i;
            while (!isBlank(text.charAt(i)) && text.charAt(i) != '=') {
                i++;
            }
            int end = i;
            int quote = skipBlanks(text.indexOf('=', i) + 1);
            int close = text.indexOf(text.charAt(quote), quote + 1);
            attributes.add(new Attribute(text.substring(start, end), start, end, quote + 1, close));
            i = skipBlanks(close + 1);
        }
        return attributes;
    }

    private int skipBlanks(int from) {
        int i = from;
        while (isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int behind(String mark, int from) {
        return text.indexOf(mark, from) + mark.length();
    }

    /** The last two are line breaks in XML 1.1; no name has them. */
    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028;
    }
}
