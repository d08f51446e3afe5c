package io.github.confgate.fact;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keys that somebody asks for, by their paths, so that one walk down two versions of a tree finds those of which the
 * versions may say different things. It ends where both have the same nodes, as versions have that were read by what
 * differs.
 *
 * @param <T> who asks
 */
final class KeyTree<T> {

    /** Up to so many keys of a map are looked up; with more of them the maps are gone through side by side. */
    private static final int FEW = 4;

    private final List<T> here = new ArrayList<>(1);
    private final Map<KeyPath.Segment, KeyTree<T>> below = new HashMap<>(4);

    void add(KeyPath key, T asker) {
        KeyTree<T> tree = this;
        for (KeyPath.Segment segment : key.segments()) {
            tree = tree.below.computeIfAbsent(segment, any -> new KeyTree<>());
        }
        tree.here.add(asker);
    }

    void remove(KeyPath key, T asker) {
        remove(key.segments(), 0, asker);
    }

    private void remove(List<KeyPath.Segment> segments, int depth, T asker) {
        if (depth == segments.size()) {
            here.remove(asker);
            return;
        }
        KeyTree<T> next = below.get(segments.get(depth));
        if (next != null) {
            next.remove(segments, depth + 1, asker);
            if (next.isEmpty()) {
                below.remove(segments.get(depth));
            }
        }
    }

    boolean isEmpty() {
        return here.isEmpty() && below.isEmpty();
    }

    void all(Consumer<T> sink) {
        here.forEach(sink);
        below.values().forEach(tree -> tree.all(sink));
    }

    /**
     * Tells who asks for a key of which two versions of a part may say different things: what it holds
     * ({@link Lookup#find}), or where a value above it stands in its way. Names count as they are spelled.
     */
    void differing(@Nullable Node one, @Nullable Node other, Consumer<T> sink) {
        if (isSame(one, other)) {
            return;
        }
        if (one instanceof Node.Mapping a && other instanceof Node.Mapping b) {
            here.forEach(sink);
            if (below.size() > FEW && haveSameKeys(a.entries(), b.entries())) {
                for (int i = 0; i < a.entries().size(); i++) {
                    entryDiffering(a.entries().get(i), b.entries().get(i).value(), sink);
                }
                return;
            }
            below.forEach((segment, tree) -> {
                if (segment instanceof KeyPath.Name name) {
                    tree.differing(a.get(name.name()), b.get(name.name()), sink);
                }
            });
        } else if (one instanceof Node.Sequence a && other instanceof Node.Sequence b) {
            if (isEqual(a, b)) {
                return; // its lines have moved: to find its items by their fields would cost more
            }
            here.forEach(sink);
            below.forEach((segment, tree) -> {
                if (segment instanceof KeyPath.Selector selector) {
                    tree.differing(Lookup.item(a, selector), Lookup.item(b, selector), sink);
                } else if (segment instanceof KeyPath.Index) {
                    // A number in a list of plain values stands for all of them.
                    tree.all(sink);
                }
            });
        } else {
            all(sink);
        }
    }

    private void entryDiffering(Node.Entry one, Node other, Consumer<T> sink) {
        if (!isSame(one.value(), other)) {
            KeyTree<T> tree = below.get(new KeyPath.Name(one.key()));
            if (tree != null) {
                tree.differing(one.value(), other, sink);
            }
        }
    }

    private static boolean haveSameKeys(List<Node.Entry> some, List<Node.Entry> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same = some.get(i).key().equals(others.get(i).key());
        }
        return same;
    }

    /** Whether both have the same values in the same places. */
    static boolean isEqual(Node one, Node other) {
        if (isSame(one, other)) {
            return true;
        }
        if (one instanceof Node.Mapping a && other instanceof Node.Mapping b) {
            boolean same = haveSameKeys(a.entries(), b.entries());
            for (int i = 0; same && i < a.entries().size(); i++) {
                same = isEqual(a.entries().get(i).value(), b.entries().get(i).value());
            }
            return same;
        }
        if (one instanceof Node.Sequence a && other instanceof Node.Sequence b) {
            boolean same = a.items().size() == b.items().size();
            for (int i = 0; same && i < a.items().size(); i++) {
                same = isEqual(a.items().get(i), b.items().get(i));
            }
            return same;
        }
        return false;
    }

    /** Whether both say the same of all keys, as far as can be told without a look into them. */
    private static boolean isSame(@Nullable Node one, @Nullable Node other) {
        if (one == other) {
            return true;
        }
        if (one instanceof Node.Scalar a && other instanceof Node.Scalar b) {
            return a.type() == b.type() && a.text().equals(b.text());
        }
        // Copies of a node that stand for its aliases share their parts.
        if (one instanceof Node.Mapping a && other instanceof Node.Mapping b) {
            return a.entries() == b.entries();
        }
        return one instanceof Node.Sequence a && other instanceof Node.Sequence b && a.items() == b.items();
    }
}
