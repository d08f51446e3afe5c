package io.github.confgate.source;

/** The range as the caller names it. */
public sealed interface RangeRequest {

    /** Two revisions as Git spells them; the change is that of the head since their merge base. */
    record Between(String base, String head) implements RangeRequest {}

    /**
     * What a push does to a branch: the two commits are compared as they are, so that a branch that goes back, or
     * elsewhere, is judged by what it loses, too. Where it only goes on, that is the change since the merge base.
     *
     * @param branch its name without {@code refs/heads/}
     */
    record Update(String branch, String before, String after) implements RangeRequest {}

    /**
     * A change that is made for a branch, whatever its base is called: that of the head since the merge base.
     *
     * @param branch its name without {@code refs/heads/}
     */
    record Into(String branch, String base, String head) implements RangeRequest {}

    /** The index against {@code HEAD}. */
    record Staged() implements RangeRequest {}

    /**
     * The work tree against its merge base with the default branch; against {@code HEAD} where that is the default
     * branch.
     */
    record WorkTreeChanges() implements RangeRequest {}
}
