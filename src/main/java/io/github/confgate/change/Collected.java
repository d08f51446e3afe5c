package io.github.confgate.change;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.List;

/** What a walk through two trees found, before moves are told from additions and removals. Filled by one walk. */
final class Collected {

    /**
     * A subtree that stands on one side only.
     *
     * @param parent where its nearest surviving parent stands in the tree after
     * @param order its place among everything found
     */
    record Subtree(KeyPath key, Node node, int shape, List<Leaf> leaves, Region parent, int order) {}

    /** A leaf that has another value, or, with the same value, another place in its list. */
    record Pair(Leaf old, Leaf now, int order) {}

    final List<Subtree> added = new ArrayList<>();
    final List<Subtree> removed = new ArrayList<>();
    final List<Pair> modified = new ArrayList<>();
    final List<Pair> reordered = new ArrayList<>();
    private int order;

    int next() {
        return order++;
    }
}
