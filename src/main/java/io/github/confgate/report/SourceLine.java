package io.github.confgate.report;

import io.github.confgate.inspection.Inspection.Excerpt;

/**
 * A source line made ready to print, with the place of the value in it.
 *
 * @param text escaped, tabs as spaces, cut to a window around the value
 * @param offset columns before the value
 * @param length columns of the value; at least one
 */
record SourceLine(String text, int offset, int length) {
    private static final int BEFORE = 60;
    private static final int VALUE = 80;
    private static final int AFTER = 30;
    private static final String TAB = "    ";

    static SourceLine of(Excerpt excerpt) {
        String line = excerpt.line();
        int points = line.codePointCount(0, line.length());
        int from = Math.min(Math.max(excerpt.column() - 1, 0), points);
        int to = Math.min(Math.max(excerpt.endColumn() - 1, from), points);
        int start = line.offsetByCodePoints(0, from);
        int end = line.offsetByCodePoints(start, to - from);
        String before = cutFront(printable(line.substring(0, start)));
        String value = Visible.shorten(printable(line.substring(start, end)), VALUE);
        String after = cutBack(printable(line.substring(end)));
        return new SourceLine(
                (before + value + after).stripTrailing(), Visible.width(before), Math.max(1, Visible.width(value)));
    }

    private static String printable(String text) {
        return Visible.escape(text.replace("\t", TAB));
    }

    private static String cutFront(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= BEFORE ? text : "…" + text.substring(text.offsetByCodePoints(0, length - BEFORE));
    }

    private static String cutBack(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= AFTER ? text : text.substring(0, text.offsetByCodePoints(0, AFTER)) + "…";
    }
}
