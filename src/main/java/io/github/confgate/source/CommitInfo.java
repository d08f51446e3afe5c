package io.github.confgate.source;

import java.time.Instant;

/** A commit of the mainline: full object id, committer time, author's name and first line of the message. */
public record CommitInfo(String sha, Instant time, String author, String subject) {

    /** The same commit with another time. */
    public CommitInfo at(Instant other) {
        return new CommitInfo(sha, other, author, subject);
    }

    /** The first seven digits, as people quote it. */
    public String shortSha() {
        return sha.substring(0, Math.min(7, sha.length()));
    }
}
