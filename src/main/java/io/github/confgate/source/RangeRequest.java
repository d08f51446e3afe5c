package io.github.confgate.source;

/** The range as the caller names it. */
public sealed interface RangeRequest {

    /** Two revisions as Git spells them; the change is that of the head since their merge base. */
    record Between(String base, String head) implements RangeRequest {}

    /** The index against {@code HEAD}. */
    record Staged() implements RangeRequest {}

    /**
     * The work tree against its merge base with the default branch; against {@code HEAD} where that is the default
     * branch.
     */
    record WorkTreeChanges() implements RangeRequest {}
}
