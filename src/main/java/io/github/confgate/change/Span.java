package io.github.confgate.change;

/** A stretch of a text, from {@code start} up to {@code end}. */
record Span(int start, int end) implements Comparable<Span> {

    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
