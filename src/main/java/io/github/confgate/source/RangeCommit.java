package io.github.confgate.source;

/** A commit of a range with all of its message: full object id, the author's name and address of mail. */
public record RangeCommit(String sha, String author, String email, String message) {}
