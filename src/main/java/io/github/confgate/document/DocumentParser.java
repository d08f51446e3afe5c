package io.github.confgate.document;

/** Reads one format. A function of its arguments; throws nothing for bad input. */
public interface DocumentParser {

    Parsed parse(String path, String text, Limits limits);

    /** Whether it keeps to the limit of time by itself, so that no other thread has to read while this one waits. */
    default boolean keepsTime() {
        return false;
    }
}
