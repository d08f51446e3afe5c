package io.github.confgate.document.format;

/** What is wrong at a place of a text that is no JSON. Says nothing of the text itself: it may be a secret. */
final class JsonErrors {

    private JsonErrors() {}

    /**
     * @param at where the library stopped: at the offending character or behind it
     * @param comments whether {@code //} and {@code /*} may stand in the text
     */
    static String words(String text, int at, boolean comments) {
        if (text.isBlank()) {
            return "the file is empty";
        }
        if (text.substring(at).isBlank() && !closes(text, at - 1)) {
            return "the text ends before all that was opened is closed";
        }
        for (int i = Math.max(0, at - 1); i <= at && i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '#') {
                return comments ? "a comment begins with `//` or `/*`" : "JSON has no comments";
            }
            if (c == '\'') {
                return "text stands in double quotes only";
            }
            if (c == '}' || c == ']') {
                return lastBefore(text, i) == ','
                        ? "a comma before a closing bracket"
                        : "a closing bracket that fits nothing";
            }
            if (c == '{' && text.startsWith("{{", Math.max(0, i - 1))) {
                return "a template must be rendered before it is JSON";
            }
            if (c < ' ' && " \t\r\n".indexOf(c) < 0) {
                return "a control character stands in the text as it is";
            }
        }
        return "this line does not follow the grammar";
    }

    private static boolean closes(String text, int at) {
        return at >= 0 && (text.charAt(at) == '}' || text.charAt(at) == ']');
    }

    private static char lastBefore(String text, int at) {
        int i = at - 1;
        while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        return i < 0 ? ' ' : text.charAt(i);
    }
}
