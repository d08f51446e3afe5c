package io.github.confgate.source;

/** A region of a file at a revision. The path is relative to the repository's root, with {@code /}. */
public record Location(String path, Region region, Revision revision) {}
