package io.github.confgate.document.format;

/** The lines of a template, one after the other, and what can be told of one without knowing its language. */
final class TemplateLines {

    private static final String[][] MARKS = {{"{{", "}}"}, {"{%", "%}"}, {"{#", "#}"}, {"<%", "%>"}};

    private final String text;
    private int lineEnd = -1;
    private int lineStart;
    private int start;
    private int end;
    private String closing = "";
    private boolean directive;
    private boolean comment;

    TemplateLines(String text) {
        this.text = text;
    }

    boolean next() {
        if (lineEnd >= text.length()) {
            return false;
        }
        lineStart = lineEnd + 1;
        int newline = text.indexOf('\n', lineStart);
        lineEnd = newline < 0 ? text.length() : newline;
        start = lineStart;
        end = lineEnd;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        boolean open = !closing.isEmpty();
        boolean wasComment = comment;
        directive = scan() || open;
        comment = open ? wasComment : startsComment();
        return true;
    }

    /** Follows the expressions of the line; whether nothing else stands in it. */
    private boolean scan() {
        boolean only = start < end;
        int i = start;
        while (i < end) {
            if (!closing.isEmpty()) {
                int close = find(closing, i);
                if (close < 0) {
                    return only;
                }
                i = close + closing.length();
                closing = "";
                continue;
            }
            String closes = closingOf(i);
            if (closes.isEmpty()) {
                only &= isBlank(text.charAt(i));
                i++;
            } else {
                closing = closes;
                i += 2;
            }
        }
        return only;
    }

    private boolean startsComment() {
        int i = start + 2;
        if (!directive || i > end) {
            return false;
        }
        i += text.startsWith("-", i) ? 1 : 0;
        return text.startsWith("{#", start) || text.startsWith("<%#", start) || text.startsWith("/*", skipBlanks(i));
    }

    private String closingOf(int at) {
        for (String[] mark : MARKS) {
            if (text.startsWith(mark[0], at)) {
                return mark[1];
            }
        }
        return "";
    }

    /** Whether the line holds directives and nothing else, or is a part of one that began above. */
    boolean isDirective() {
        return directive;
    }

    boolean isComment() {
        return comment;
    }

    boolean isBlank() {
        return start == end;
    }

    boolean isDocumentSeparator() {
        return start == lineStart
                && text.startsWith("---", start)
                && (end == start + 3 || isBlank(text.charAt(start + 3)));
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, start);
    }

    boolean isOnly(String characters) {
        for (int i = start; i < end; i++) {
            if (characters.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Where the line's text begins and ends in the whole, without the blanks around it. */
    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int indent() {
        return start - lineStart;
    }

    String text() {
        return text.substring(start, end);
    }

    String slice(int from, int to) {
        return text.substring(from, to);
    }

    boolean isDash(int at) {
        return at < end && text.charAt(at) == '-' && (at + 1 == end || isBlank(text.charAt(at + 1)));
    }

    int skipBlanks(int from) {
        int i = from;
        while (i < end && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    int trimmedEnd(int from, int to) {
        int i = to;
        while (i > from && isBlank(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    /** Where the first of these signs parts a key from its value; -1 when none does. A colon wants a blank behind it. */
    int separator(int from, String signs) {
        boolean single = signs.equals(":");
        for (int i = outside(from); i < end; i = outside(i + 1)) {
            boolean sign = signs.indexOf(text.charAt(i)) >= 0;
            if (sign && (!single || i + 1 == end || isBlank(text.charAt(i + 1)))) {
                return i;
            }
        }
        return -1;
    }

    /** Where a value ends that begins at a place: before a comment, and before the comma of JSON. */
    int valueEnd(int from, boolean json) {
        for (int i = outside(from); i < end; i = outside(i + 1)) {
            if (text.charAt(i) == '#' && i > from && isBlank(text.charAt(i - 1))) {
                return trimmedEnd(from, i);
            }
        }
        boolean comma = json && end > from && text.charAt(end - 1) == ',';
        return comma ? trimmedEnd(from, end - 1) : end;
    }

    /** The next place that stands in no expression and in no quotes that open a word. */
    private int outside(int from) {
        int i = from;
        while (i < end) {
            char c = text.charAt(i);
            String closes = closingOf(i);
            boolean quote = (c == '"' || c == '\'') && (i == start || isBlank(text.charAt(i - 1)));
            if (closes.isEmpty() && !quote) {
                return i;
            }
            int close = quote ? find(Character.toString(c), i + 1) : find(closes, i + 2);
            if (close < 0) {
                return quote ? i : end;
            }
            i = close + (quote ? 1 : closes.length());
        }
        return end;
    }

    /** A stretch of the line without the quotes around it, when nothing inside must be resolved. */
    String unquoted(int from, int to) {
        String whole = text.substring(from, to);
        if (whole.length() < 2) {
            return whole;
        }
        char quote = whole.charAt(0);
        String inside = whole.substring(1, whole.length() - 1);
        boolean quoted = (quote == '"' || quote == '\'') && whole.charAt(whole.length() - 1) == quote;
        return quoted && inside.indexOf(quote) < 0 && inside.indexOf('\\') < 0 ? inside : whole;
    }

    /** Where a mark stands in the rest of the line; a search beyond it would cost the whole text for every line. */
    private int find(String mark, int from) {
        for (int i = from; i <= end - mark.length(); i++) {
            if (text.startsWith(mark, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }
}
