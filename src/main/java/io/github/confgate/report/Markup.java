package io.github.confgate.report;

/** Repository text inside XML and HTML, as text or in a quoted attribute. */
final class Markup {
    private Markup() {}

    /**
     * The text with invisible characters spelled out, so that none is left that XML does not know, and with references
     * for whatever would end a text or an attribute.
     */
    static String escape(String text) {
        String visible = Visible.escape(text);
        StringBuilder out = new StringBuilder(visible.length() + 16);
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
