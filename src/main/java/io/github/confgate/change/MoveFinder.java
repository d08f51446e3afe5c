package io.github.confgate.change;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells moves from removals and additions: first whole subtrees that stand elsewhere, then single values under the same
 * name elsewhere, then values that stand once on each side and are long enough to be no coincidence.
 */
final class MoveFinder {

    private record Numbered(Change change, int order) {}

    private final String path;
    private final String oldPath;
    private final PartRef part;
    private final List<Numbered> changes = new ArrayList<>();

    MoveFinder(String path, String oldPath, PartRef part) {
        this.path = path;
        this.oldPath = oldPath;
        this.part = part;
    }

    /** The changes in the order of the walk. */
    List<Change> changes(Collected found) {
        found.modified.forEach(
                pair -> add(new Change.Modified(path, oldPath, part, pair.old(), pair.now()), pair.order()));
        found.reordered.forEach(
                pair -> add(new Change.Moved(path, oldPath, part, pair.old(), pair.now()), pair.order()));
        Set<Collected.Subtree> moved = wholeSubtrees(found);
        List<One> removed = leavesOf(found.removed, moved);
        List<One> added = leavesOf(found.added, moved);
        match(removed, added, one -> isPlain(one.leaf) ? null : one.leaf.key().lastName() + '\0' + one.leaf.text());
        match(removed, added, one -> {
            String tail = tail(one.leaf.key());
            return tail.isEmpty() ? null : tail + '\0' + one.leaf.text();
        });
        matchUnique(removed, added);
        removed.stream()
                .filter(one -> !one.taken)
                .forEach(one -> add(new Change.Removed(path, oldPath, part, one.leaf, one.parent), one.order));
        added.stream().filter(one -> !one.taken).forEach(one -> add(new Change.Added(path, part, one.leaf), one.order));
        return changes.stream()
                .sorted(Comparator.comparingInt(Numbered::order))
                .map(Numbered::change)
                .toList();
    }

    private void add(Change change, int order) {
        changes.add(new Numbered(change, order));
    }

    private Set<Collected.Subtree> wholeSubtrees(Collected found) {
        Map<Integer, Deque<Collected.Subtree>> gone = new HashMap<>();
        for (Collected.Subtree subtree : found.removed) {
            if (isTree(subtree.node())) {
                gone.computeIfAbsent(subtree.shape(), shape -> new ArrayDeque<>())
                        .add(subtree);
            }
        }
        Set<Collected.Subtree> moved = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Collected.Subtree subtree : found.added) {
            Deque<Collected.Subtree> same = isTree(subtree.node()) ? gone.get(subtree.shape()) : null;
            if (same != null
                    && !same.isEmpty()
                    && same.peek().leaves().size() == subtree.leaves().size()) {
                Collected.Subtree was = same.remove();
                moved.add(was);
                moved.add(subtree);
                pairLeaves(was, subtree);
            }
        }
        return moved;
    }

    /** Equal subtrees have equal keys below their own; their order may differ. */
    private void pairLeaves(Collected.Subtree was, Collected.Subtree now) {
        Map<List<KeyPath.Segment>, Leaf> old = new HashMap<>();
        was.leaves().forEach(leaf -> old.put(below(was.key(), leaf.key()), leaf));
        for (Leaf leaf : now.leaves()) {
            Leaf before = old.get(below(now.key(), leaf.key()));
            add(
                    before == null
                            ? new Change.Added(path, part, leaf)
                            : new Change.Moved(path, oldPath, part, before, leaf),
                    now.order());
        }
    }

    private static List<KeyPath.Segment> below(KeyPath root, KeyPath key) {
        return key.segments().subList(root.segments().size(), key.segments().size());
    }

    /** A leaf that still looks for its other half. */
    private static final class One {
        final Leaf leaf;
        final Region parent;
        final int order;
        boolean taken;

        One(Leaf leaf, Region parent, int order) {
            this.leaf = leaf;
            this.parent = parent;
            this.order = order;
        }
    }

    private interface Sameness {
        @Nullable
        String of(One one);
    }

    private static List<One> leavesOf(List<Collected.Subtree> subtrees, Set<Collected.Subtree> without) {
        List<One> ones = new ArrayList<>();
        for (Collected.Subtree subtree : subtrees) {
            if (!without.contains(subtree)) {
                subtree.leaves().forEach(leaf -> ones.add(new One(leaf, subtree.parent(), subtree.order())));
            }
        }
        return ones;
    }

    private void match(List<One> removed, List<One> added, Sameness sameness) {
        Map<String, Deque<One>> gone = new LinkedHashMap<>();
        for (One one : removed) {
            String key = one.taken ? null : sameness.of(one);
            if (key != null) {
                gone.computeIfAbsent(key, k -> new ArrayDeque<>()).add(one);
            }
        }
        for (One one : added) {
            String key = one.taken ? null : sameness.of(one);
            Deque<One> same = key == null ? null : gone.get(key);
            if (same != null && !same.isEmpty()) {
                take(same.remove(), one);
            }
        }
    }

    private void matchUnique(List<One> removed, List<One> added) {
        Map<String, One> gone = uniqueByText(removed);
        uniqueByText(added).forEach((text, one) -> {
            One was = gone.get(text);
            if (was != null) {
                take(was, one);
            }
        });
    }

    private static Map<String, One> uniqueByText(List<One> ones) {
        Map<String, One> unique = new LinkedHashMap<>();
        Set<String> several = new HashSet<>();
        for (One one : ones) {
            if (!one.taken && !isPlain(one.leaf) && unique.put(one.leaf.text(), one) != null) {
                several.add(one.leaf.text());
            }
        }
        unique.keySet().removeAll(several);
        return unique;
    }

    private void take(One was, One now) {
        was.taken = true;
        now.taken = true;
        add(new Change.Moved(path, oldPath, part, was.leaf, now.leaf), now.order);
    }

    private static boolean isTree(Node node) {
        return (node instanceof Node.Mapping map && !map.entries().isEmpty())
                || (node instanceof Node.Sequence list && !list.items().isEmpty());
    }

    /** A value that stands in many places by chance: nothing, a truth value, a short number or word. */
    private static boolean isPlain(Leaf leaf) {
        return !(leaf.value() instanceof Node.Scalar scalar)
                || scalar.type() == ScalarType.NULL
                || scalar.type() == ScalarType.BOOLEAN
                || scalar.text().length() < (scalar.type() == ScalarType.STRING ? 4 : 3)
                || scalar.text().equalsIgnoreCase("true")
                || scalar.text().equalsIgnoreCase("false");
    }

    /** The last two steps of a key, for values that are too plain to be followed by one; empty when there are not two. */
    private static String tail(KeyPath key) {
        int size = key.segments().size();
        return size < 2 ? "" : new KeyPath(key.segments().subList(size - 2, size)).toString();
    }
}
