package io.github.confgate.report;

import java.util.regex.Pattern;

/**
 * Makes repository text safe to show to people.
 *
 * <p>Control characters move the cursor and change colours, bidirectional overrides and zero-width characters make a
 * line read as another one. None of them reaches an output as it is.
 */
public final class Visible {
    private static final String ELLIPSIS = "…";

    /** What CI systems take for a command of theirs wherever it stands in a line. */
    private static final Pattern COMMAND = Pattern.compile("#(#(?:vso|teamcity)?\\[)", Pattern.CASE_INSENSITIVE);

    private Visible() {}

    /** Whether a character can be shown as it is. */
    static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /**
     * The text with everything spelled out that is invisible or looks like something else: {@code \n}, {@code \u001b},
     * {@code \u202e}, and in a word of Latin letters one of another alphabet. {@code ##[}, which begins a command on build
     * servers, is broken up.
     */
    public static String escape(String given) {
        String text = given.contains("##") ? COMMAND.matcher(given).replaceAll("\\\\u0023$1") : given;
        if (text.codePoints().allMatch(c -> isVisible(c) && !LookAlikes.isOne(c))) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (LookAlikes.isAmongLatin(points, i)) {
                spell(out, points[i]);
            } else {
                append(out, points[i]);
            }
        }
        return out.toString();
    }

    /** An escaped text to begin a line with, where {@code ::} would begin a workflow command. */
    static String atLineStart(String text) {
        String visible = escape(text);
        return visible.stripLeading().startsWith("::") ? visible.replaceFirst(":", "\\\\u003a") : visible;
    }

    /** The escaped text in at most {@code limit} characters; what is too long loses its middle. */
    static String shorten(String text, int limit) {
        String whole = escape(text);
        int length = whole.codePointCount(0, whole.length());
        if (length <= limit) {
            return whole;
        }
        int kept = limit - 1;
        int head = whole.offsetByCodePoints(0, kept - kept / 3);
        int tail = whole.offsetByCodePoints(whole.length(), -(kept / 3));
        return whole.substring(0, head) + ELLIPSIS + whole.substring(tail);
    }

    /** Prose of a sheet: line breaks of its YAML are only layout. */
    static String prose(String text) {
        return escape(text.strip().replaceAll("\\s+", " "));
    }

    /** The columns that an escaped text takes on a terminal. */
    static int width(String escaped) {
        return escaped.codePoints().map(Visible::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0x1f300 && c <= 0x1faff)
                || (c >= 0x20000 && c <= 0x3fffd);
        return wide ? 2 : 1;
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (isVisible(c)) {
                    out.appendCodePoint(c);
                } else {
                    spell(out, c);
                }
            }
        }
    }

    private static void spell(StringBuilder out, int c) {
        out.append(c > 0xffff ? String.format("\\u{%x}", c) : String.format("\\u%04x", c));
    }
}
