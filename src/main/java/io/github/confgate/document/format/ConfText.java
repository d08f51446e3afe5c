package io.github.confgate.document.format;

/** What the values of directives have in common. */
final class ConfText {

    private ConfText() {}

    /** Where a value ends on its line: before a comment, which begins behind white space and outside of quotes. */
    static int valueEnd(String text, int start, int lineEnd) {
        char quote = 0;
        int end = lineEnd;
        for (int i = start; i < lineEnd; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '#' && (i == start || Character.isWhitespace(text.charAt(i - 1)))) {
                end = i;
                break;
            }
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** A value as it is meant: white space outside of quotes, and a line that goes on with the next, is one blank. */
    static String value(String text) {
        StringBuilder out = new StringBuilder(text.length());
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean goesOn = c == '\\' && i + 1 < text.length() && "\r\n".indexOf(text.charAt(i + 1)) >= 0;
            if (quote == 0 && (goesOn || Character.isWhitespace(c))) {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
                continue;
            }
            if (c == '"' || c == '\'') {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            }
            out.append(c);
        }
        return unquoted(out.toString().stripTrailing());
    }

    /** The text within one pair of quotes around all of it; a doubled quote within is one. */
    static String unquoted(String text) {
        int last = text.length() - 1;
        if (last < 1 || "\"'".indexOf(text.charAt(0)) < 0 || text.charAt(0) != text.charAt(last)) {
            return text;
        }
        String quote = text.substring(0, 1);
        String inside = text.substring(1, last);
        String single = inside.replace(quote + quote, "");
        return single.contains(quote) ? text : inside.replace(quote + quote, quote);
    }
}
