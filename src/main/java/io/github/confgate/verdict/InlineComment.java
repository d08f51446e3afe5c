package io.github.confgate.verdict;

import io.github.confgate.document.KeyPath;
import io.github.confgate.source.Region;
import java.util.Set;

/**
 * A comment {@code confgate:allow[rule-id] reason} of a file.
 *
 * @param targets the values that it stands at
 * @param problem why it cannot be read, as the rest of a sentence; empty when it can
 */
public record InlineComment(WrittenClaim claim, Region region, Set<Target> targets, String problem) {

    public InlineComment {
        targets = Set.copyOf(targets);
    }

    /** A value: the part of the file that it is in, and its key within that. */
    public record Target(KeyPath.Segment part, KeyPath key) {}
}
