package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.ListIdentity;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The lists that changes of a range lie in, as they were and as they are. */
final class TouchedLists {

    /** A list of more items is left alone: comparing each with each takes too long. */
    private static final int MOST_ITEMS = 400;

    /**
     * A list that was there before and still is.
     *
     * @param key within its part
     * @param changes those below it, in their order; at least one
     */
    record Touched(KeyPath key, Node.Sequence before, Node.Sequence after, List<Facts> changes) {

        /** The first change in an item of the list as it is now; else the first of all. */
        Facts changeIn(int index) {
            for (Facts facts : changes) {
                Optional<Leaf> now = facts.change().after().or(facts.change()::before);
                if (now.isPresent() && isIn(now.get().key(), index)) {
                    return facts;
                }
            }
            return changes.get(0);
        }

        /** How an item of the list as it is now prints. */
        String name(int index) {
            return key.then(Leaves.segment(after.items().get(index), index, ListIdentity.of(after)))
                    .toString();
        }

        private boolean isIn(KeyPath leaf, int index) {
            KeyPath.Segment segment = leaf.segments().size() > key.segments().size()
                    ? leaf.segments().get(key.segments().size())
                    : null;
            if (segment instanceof KeyPath.Index at) {
                return at.index() == index;
            }
            return segment instanceof KeyPath.Selector selector
                    && selector.fields().stream()
                            .allMatch(field -> Nodes.text(after.items().get(index), field.name())
                                    .filter(field.value()::equals)
                                    .isPresent());
        }
    }

    private record Place(String path, KeyPath.Segment part, KeyPath key) {}

    private TouchedLists() {}

    /** The lists whose own key passes a test. */
    static List<Touched> of(Collection<Facts> all, Predicate<KeyPath> wanted) {
        Map<Place, List<Facts>> places = new LinkedHashMap<>();
        for (Facts facts : all) {
            Change change = facts.change();
            Set<KeyPath> lists = new LinkedHashSet<>();
            change.after().ifPresent(leaf -> addLists(leaf, wanted, lists));
            change.before().ifPresent(leaf -> addLists(leaf, wanted, lists));
            for (KeyPath list : lists) {
                places.computeIfAbsent(new Place(change.path(), change.part().id(), list), key -> new ArrayList<>())
                        .add(facts);
            }
        }
        List<Touched> touched = new ArrayList<>();
        places.forEach((place, changes) -> {
            Facts first = changes.get(0);
            Optional<Node> before = node(first.around().partBefore(first.change()), place.key());
            Optional<Node> after = node(first.around().partAfter(first.change()), place.key());
            if (before.orElse(null) instanceof Node.Sequence old
                    && after.orElse(null) instanceof Node.Sequence now
                    && old.items().size() <= MOST_ITEMS
                    && now.items().size() <= MOST_ITEMS) {
                touched.add(new Touched(place.key(), old, now, List.copyOf(changes)));
            }
        });
        return touched;
    }

    private static Optional<Node> node(Optional<Part> part, KeyPath key) {
        return part.flatMap(found -> Lookup.node(found, key));
    }

    private static void addLists(Leaf leaf, Predicate<KeyPath> wanted, Set<KeyPath> lists) {
        List<KeyPath.Segment> segments = leaf.key().segments();
        for (int i = 1; i < segments.size(); i++) {
            if (!(segments.get(i) instanceof KeyPath.Name) && segments.get(i - 1) instanceof KeyPath.Name) {
                KeyPath list = new KeyPath(segments.subList(0, i));
                if (wanted.test(list)) {
                    lists.add(list);
                }
            }
        }
    }
}
