package io.github.confgate.document.format;

import io.github.confgate.document.Lines;

/**
 * Takes the document type out of XML before the library sees it: no entity is declared, no file or address is named, and
 * nothing of it can be expanded or loaded. White space in its place keeps all offsets.
 */
final class XmlProlog {

    private final String text;
    private int at;

    private XmlProlog(String text) {
        this.text = text;
    }

    /** The same text with blanks where the document type stands. */
    static String withoutDoctype(String text, Lines lines) {
        XmlProlog prolog = new XmlProlog(text);
        int start = prolog.start();
        if (start < 0) {
            return text;
        }
        if (!prolog.moveToEnd()) {
            throw XmlErrors.unparsed(lines.line(start), "the document type (`<!DOCTYPE`) is not closed");
        }
        StringBuilder out = new StringBuilder(text);
        for (int i = start; i < prolog.at; i++) {
            char c = text.charAt(i);
            out.setCharAt(i, c == '\n' || c == '\r' ? c : ' ');
        }
        int second = prolog.start();
        if (second >= 0) {
            throw XmlErrors.unparsed(lines.line(second), "a second document type (`<!DOCTYPE`)");
        }
        return out.toString();
    }

    /** Where it begins, among comments and instructions; -1 when an element or something else comes first. */
    private int start() {
        while (at < text.length()) {
            if (text.startsWith("<!DOCTYPE", at)) {
                return at;
            }
            if (text.startsWith("<!--", at)) {
                moveBehind("-->", 4);
            } else if (text.startsWith("<?", at)) {
                moveBehind("?>", 2);
            } else if (isBlank(text.charAt(at))) {
                at++;
            } else {
                return -1;
            }
        }
        return -1;
    }

    /** As generous as any version of XML: the library itself must not come to a document type. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == 0x85;
    }

    /** Over names, quoted texts, comments and the declarations in brackets; whether it ends at all. */
    private boolean moveToEnd() {
        boolean declares = false;
        at += 9;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                moveBehind(String.valueOf(c), 1);
            } else if (text.startsWith("<!--", at)) {
                moveBehind("-->", 4);
            } else if (text.startsWith("<?", at)) {
                moveBehind("?>", 2);
            } else {
                at++;
                declares = c == '[' || (declares && c != ']');
                if (c == '>' && !declares) {
                    return true;
                }
            }
        }
        return false;
    }

    private void moveBehind(String mark, int from) {
        int end = text.indexOf(mark, at + from);
        at = end < 0 ? text.length() : end + mark.length();
    }
}
