package io.github.confgate.document;

/** Reads one format. A function of its arguments; throws nothing for bad input. */
public interface DocumentParser {

    Parsed parse(String path, String text, Limits limits);
}
