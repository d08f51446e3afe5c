package io.github.confgate.fact.java;

import io.github.confgate.source.Region;

/** A place in a Java file: line and column, 1-based. */
record Place(int line, int column) {
    /** As a part of a key. */
    String text() {
        return line + ":" + column;
    }

    boolean isBefore(Place other) {
        return line < other.line || (line == other.line && column < other.column);
    }

    Region region() {
        return new Region(line, column, line, column);
    }
}
