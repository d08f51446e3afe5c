package io.github.confgate.report;

/**
 * Repository text inside Markdown, where it must neither format, link, notify anybody nor end a table cell.
 *
 * <p>Code is written as HTML: a code span of backticks can neither hold every backtick nor, in a table, a pipe.
 */
final class Markdown {
    private static final String SPECIAL = "&<>\"'`|*_{}[]()#+-.!~@:\\/$^=";

    private Markdown() {}

    /** Running text: every character that means something is written as a character reference. */
    static String text(String text) {
        String visible = Visible.escape(text);
        StringBuilder out = new StringBuilder(visible.length() + 16);
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            if (SPECIAL.indexOf(c) >= 0 && !isPlainHere(visible, i)) {
                out.append("&#").append((int) c).append(';');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** A name or value in fixed width; the empty one says so. */
    static String code(String text) {
        return text.isEmpty() ? "<i>empty</i>" : "<code>" + text(text) + "</code>";
    }

    /** Inside words these mean nothing, and whoever reads the source can read keys and paths. */
    private static boolean isPlainHere(String text, int i) {
        boolean insideWord = i > 0
                && i + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(i - 1))
                && Character.isLetterOrDigit(text.charAt(i + 1));
        boolean linksItself = text.regionMatches(true, i - 3, "www.", 0, 4);
        return insideWord && "-./=".indexOf(text.charAt(i)) >= 0 && !linksItself;
    }
}
