package io.github.confgate.forge;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run of a workflow is to judge.
 *
 * @param branch the branch that the change is for, without {@code refs/heads/}; empty when it is not known
 * @param base what the change goes into: an object id, or empty for the tip of {@code branch}
 * @param head the change, by its full object id
 * @param update whether the two are compared as they are, as what a push does to a branch; else since their merge base
 * @param pull the pull request; null where there is none
 */
public record Target(
        String branch,
        String base,
        String head,
        boolean update,
        @Nullable PullRequest pull) {

    /**
     * A pull request as an event tells of it.
     *
     * @param head full object id of its head commit, which reviews are given on; empty when only the API knows
     * @param author login of who opened it; empty when only the API knows
     * @param seen when its state was as the event tells; empty when only the API knows
     * @param labelled the label that this very event has put on
     * @param comments whether the one comment belongs there
     */
    public record PullRequest(
            long number,
            String head,
            String author,
            Optional<Instant> seen,
            Optional<Labelled> labelled,
            boolean comments) {}

    /** A label, and who has put it on. */
    public record Labelled(String label, String by) {}
}
