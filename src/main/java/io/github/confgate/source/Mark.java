package io.github.confgate.source;

import java.time.Instant;

/**
 * What somebody wrote to a commit later on.
 *
 * @param text the name of a tag, without {@code refs/tags/}, or the text of a note
 * @param time of an annotated tag when it was made; else of the commit
 */
public record Mark(String text, Revision.Commit commit, Instant time) {}
