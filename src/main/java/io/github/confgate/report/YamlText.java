package io.github.confgate.report;

/** Repository text in YAML that confgate writes: what it quotes ends nowhere but at its quote, a comment at its line. */
final class YamlText {
    private YamlText() {}

    /** A scalar in double quotes. */
    static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (Visible.isVisible(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(c > 0xffff ? String.format("\\U%08x", c) : String.format("\\u%04x", c));
            }
        });
        return out.append('"').toString();
    }

    /** Text of a comment. */
    static String comment(String text, int limit) {
        return Visible.shorten(text, limit);
    }
}
