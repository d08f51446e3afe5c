package io.github.confgate.source;

/**
 * A stretch of text. Lines and columns are 1-based, columns count Unicode code points, and the end column is the one
 * after the last character (as in SARIF 2.1.0, section 3.30).
 */
public record Region(int line, int column, int endLine, int endColumn) implements Comparable<Region> {

    public Region {
        if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
            throw new IllegalArgumentException("no region: " + line + ":" + column + "-" + endLine + ":" + endColumn);
        }
    }

    /** The beginning of a file, for what has no place of its own. */
    public static Region start() {
        return new Region(1, 1, 1, 1);
    }

    /** From the beginning of this region to the end of the other. */
    public Region to(Region last) {
        return new Region(line, column, last.endLine, last.endColumn);
    }

    @Override
    public int compareTo(Region other) {
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }
}
