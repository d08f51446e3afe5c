package io.github.confgate.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds a key in a document other than the one that it was taken from. Selectors find the item with these fields; a
 * number in a list of plain values stands for all of them, as membership is what counts there.
 */
public final class Lookup {

    /**
     * What stands under a key.
     *
     * @param leaves one; of a list of plain values all items; of a map or a list with content none
     * @param member whether the leaves are the items of a list, of which the wanted one may be any
     */
    public record Held(List<Leaf> leaves, boolean member) {
        public Held {
            leaves = List.copyOf(leaves);
        }

        /** Whether the leaves have the same values in the same order. */
        public boolean sameValues(Held other) {
            boolean same = leaves.size() == other.leaves.size();
            for (int i = 0; same && i < leaves.size(); i++) {
                same = leaves.get(i).sameValue(other.leaves.get(i));
            }
            return same;
        }
    }

    private Lookup() {}

    /** The part of a document that answers to an id: the only one, or the one with that id. */
    public static Optional<Part> part(Document document, KeyPath.Segment id) {
        return document.parts().size() == 1
                ? Optional.of(document.parts().get(0))
                : Optional.ofNullable(PartTable.find(document.parts(), id));
    }

    /** What a part holds under a key; empty when it has no such key. */
    public static Optional<Held> find(Part part, KeyPath key) {
        Node node = part.root();
        Node.Entry last = null;
        KeyPath at = KeyPath.ROOT;
        for (int i = 0; i < key.segments().size(); i++) {
            KeyPath.Segment segment = key.segments().get(i);
            boolean isLast = i == key.segments().size() - 1;
            if (segment instanceof KeyPath.Name name && node instanceof Node.Mapping map) {
                last = map.entry(name.name());
                node = last == null ? null : last.value();
            } else if (segment instanceof KeyPath.Selector selector && node instanceof Node.Sequence list) {
                node = item(list, selector);
            } else if (segment instanceof KeyPath.Index index && node instanceof Node.Sequence list) {
                if (isLast && isPlain(list)) {
                    return Optional.of(new Held(items(key.parent(), list), true));
                }
                node = index.index() < list.items().size() ? list.items().get(index.index()) : null;
            } else {
                return Optional.empty();
            }
            if (node == null) {
                return Optional.empty();
            }
            at = at.then(segment);
        }
        // A key of properties may have a value and keys below it.
        Node.Entry own = node instanceof Node.Mapping map ? map.entry("") : null;
        if (own != null) {
            last = own;
            node = own.value();
        }
        boolean isLeaf = node instanceof Node.Scalar
                || (node instanceof Node.Mapping map && map.entries().isEmpty())
                || (node instanceof Node.Sequence list && list.items().isEmpty());
        return Optional.of(new Held(
                isLeaf
                        ? List.of(Leaves.leaf(at, last == null ? node.region() : last.keyRegion(), node, null, null))
                        : List.of(),
                false));
    }

    /** The node under a key; a number stands for the item at that place. */
    public static Optional<Node> node(Part part, KeyPath key) {
        @Nullable Node node = part.root();
        for (KeyPath.Segment segment : key.segments()) {
            if (segment instanceof KeyPath.Name name && node instanceof Node.Mapping map) {
                node = map.get(name.name());
            } else if (segment instanceof KeyPath.Selector selector && node instanceof Node.Sequence list) {
                node = item(list, selector);
            } else if (segment instanceof KeyPath.Index index && node instanceof Node.Sequence list) {
                node = index.index() < list.items().size() ? list.items().get(index.index()) : null;
            } else {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(node);
    }

    /** The first item of a list with these fields; null where none has them. */
    public static @Nullable Node item(Node.Sequence list, KeyPath.Selector selector) {
        if (selector.fields().size() == 1) {
            KeyPath.Field field = selector.fields().get(0);
            return Items.find(list.items(), field.name(), field.value());
        }
        for (Node item : list.items()) {
            boolean fits = selector.fields().stream().allMatch(field -> ListIdentity.fits(item, field));
            if (fits) {
                return item;
            }
        }
        return null;
    }

    private static boolean isPlain(Node.Sequence list) {
        return list.items().stream().allMatch(Node.Scalar.class::isInstance);
    }

    private static List<Leaf> items(KeyPath key, Node.Sequence list) {
        List<Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            leaves.add(Leaves.leaf(key.then(new KeyPath.Index(i)), item.region(), item, null, null));
        }
        return leaves;
    }
}
