package io.github.confgate.change;

import io.github.confgate.document.Beside;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.ListIdentity;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks two trees side by side, into what differs only. */
final class TreeDiffer {

    /** A node, where its key stands, where an alias above it stands, and what it is an entry or an item of. */
    private record Place(
            Node node,
            Region keyRegion,
            @Nullable Region alias,
            @Nullable Beside beside) {
        Place child(Node.Mapping map, Node.Entry entry) {
            return new Place(entry.value(), entry.keyRegion(), Leaves.through(node, alias), Beside.of(map, entry));
        }

        Place child(Node.Sequence list, int index) {
            Node item = list.items().get(index);
            return new Place(item, item.region(), Leaves.through(node, alias), Beside.of(list, index));
        }

        Leaf leaf(KeyPath key) {
            return Leaves.leaf(key, keyRegion, node, alias, beside);
        }

        Region shown() {
            return alias == null ? keyRegion : alias;
        }
    }

    private final Shapes shapes;
    private final Collected found = new Collected();

    TreeDiffer(Shapes shapes) {
        this.shapes = shapes;
    }

    Collected diff(@Nullable Part before, @Nullable Part after) {
        if (before == null && after != null) {
            added(KeyPath.ROOT, root(after));
        } else if (before != null && after == null) {
            removed(KeyPath.ROOT, root(before), Region.start());
        } else if (before != null && after != null) {
            walk(KeyPath.ROOT, root(before), root(after));
        }
        return found;
    }

    private static Place root(Part part) {
        Region region = part.root().region();
        return new Place(
                part.root(), new Region(region.line(), region.column(), region.line(), region.column()), null, null);
    }

    private void walk(KeyPath key, Place before, Place after) {
        if (!isWalked(before.node(), after.node()) && shapes.same(before.node(), after.node())) {
            return;
        }
        Node.Mapping a = map(key, before, after.node());
        Node.Mapping b = map(key, after, before.node());
        if (a != null && b != null && !isEmpty(a)) {
            maps(key, before, a, after, b);
            emptied(key, after);
        } else if (before.node() instanceof Node.Sequence old
                && after.node() instanceof Node.Sequence now
                && !isEmpty(old)) {
            lists(key, before, old, after, now);
            emptied(key, after);
        } else if (isLeaf(before.node()) && isLeaf(after.node())) {
            found.modified.add(new Collected.Pair(before.leaf(key), after.leaf(key), found.next()));
        } else {
            if (!isVoid(before.node())) {
                removed(key, before, after.shown());
            }
            added(key, after);
        }
    }

    /** A map or list that lost all it held is a value of its own now. */
    private void emptied(KeyPath key, Place after) {
        if (isEmpty(after.node())) {
            added(key, after);
        }
    }

    /**
     * Whether two maps are compared key by key at once: what their versions share is left out on the way. Not where an
     * alias stands, for the same map may stand in many places.
     */
    private static boolean isWalked(Node before, Node after) {
        return before != after
                && before instanceof Node.Mapping
                && after instanceof Node.Mapping
                && !isEmpty(before)
                && !isEmpty(after)
                && before.origin() == null
                && after.origin() == null;
    }

    /** A map, or a scalar that becomes the own value of a map or was it, as that map ({@link Leaves#key}). */
    private static Node.@Nullable Mapping map(KeyPath key, Place place, Node other) {
        if (place.node() instanceof Node.Mapping map) {
            return map;
        }
        return place.node() instanceof Node.Scalar scalar
                        && other instanceof Node.Mapping map
                        && map.get("") instanceof Node.Scalar
                        && !key.isRoot()
                ? new Node.Mapping(
                        List.of(new Node.Entry("", place.keyRegion(), scalar)), scalar.region(), scalar.origin())
                : null;
    }

    private void maps(KeyPath key, Place before, Node.Mapping a, Place after, Node.Mapping b) {
        if (haveSameKeys(a, b)) {
            for (int i = 0; i < a.entries().size(); i++) {
                Node.Entry was = a.entries().get(i);
                Node.Entry now = b.entries().get(i);
                boolean same = was.value() == now.value()
                        || (now.value() instanceof Node.Scalar && shapes.same(was.value(), now.value()));
                if (!same) {
                    walk(Leaves.key(key, now), before.child(a, was), after.child(b, now));
                }
            }
            return;
        }
        Map<String, Node.Entry> old = new LinkedHashMap<>();
        a.entries().forEach(entry -> old.put(entry.key(), entry));
        for (Node.Entry entry : b.entries()) {
            Node.Entry was = old.remove(entry.key());
            Place now = after.child(b, entry);
            if (was == null) {
                added(Leaves.key(key, entry), now);
            } else {
                walk(Leaves.key(key, entry), before.child(a, was), now);
            }
        }
        for (Node.Entry entry : old.values()) {
            removed(Leaves.key(key, entry), before.child(a, entry), after.shown());
        }
    }

    private static boolean haveSameKeys(Node.Mapping a, Node.Mapping b) {
        boolean same = a.entries().size() == b.entries().size();
        for (int i = 0; same && i < a.entries().size(); i++) {
            same = a.entries().get(i).key().equals(b.entries().get(i).key());
        }
        return same;
    }

    private void lists(KeyPath key, Place before, Node.Sequence a, Place after, Node.Sequence b) {
        Optional<String> field = ListIdentity.of(a, b);
        int[] partner = field.isPresent()
                ? byIdentity(a, b, field.get())
                : Gaps.fill(
                        ListMatcher.align(shapesOf(a), shapesOf(b)), a.items().size());
        boolean[] kept = new boolean[a.items().size()];
        for (int j = 0; j < partner.length; j++) {
            Node item = b.items().get(j);
            KeyPath itemKey = key.then(Leaves.segment(item, j, field));
            Place now = after.child(b, j);
            if (partner[j] < 0) {
                added(itemKey, now);
            } else {
                kept[partner[j]] = true;
                walk(itemKey, before.child(a, partner[j]), now);
            }
        }
        for (int i = 0; i < kept.length; i++) {
            if (!kept[i]) {
                Node was = a.items().get(i);
                removed(key.then(Leaves.segment(was, i, field)), before.child(a, i), after.shown());
            }
        }
        field.ifPresent(name -> reordered(key, before, a, after, b, partner, name));
    }

    private static int[] byIdentity(Node.Sequence a, Node.Sequence b, String field) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < a.items().size(); i++) {
            places.put(ListIdentity.value(a.items().get(i), field).orElse(""), i);
        }
        return b.items().stream()
                .mapToInt(item ->
                        places.getOrDefault(ListIdentity.value(item, field).orElse(""), -1))
                .toArray();
    }

    private int[] shapesOf(Node.Sequence list) {
        return list.items().stream().mapToInt(shapes::of).toArray();
    }

    /** An identified item that changed its place among the items that stayed: its identifying field moves. */
    private void reordered(
            KeyPath key, Place before, Node.Sequence a, Place after, Node.Sequence b, int[] partner, String field) {
        List<Integer> stayed = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int j = 0; j < partner.length; j++) {
            if (partner[j] >= 0) {
                stayed.add(j);
                places.add(partner[j]);
            }
        }
        List<Integer> inOrder = ListMatcher.longestRise(places);
        boolean[] calm = new boolean[stayed.size()];
        inOrder.forEach(i -> calm[i] = true);
        for (int i = 0; i < calm.length; i++) {
            if (!calm[i]) {
                Leaf old = identity(key, before.child(a, places.get(i)), field);
                Leaf now = identity(key, after.child(b, stayed.get(i)), field);
                found.reordered.add(new Collected.Pair(old, now, found.next()));
            }
        }
    }

    private static Leaf identity(KeyPath key, Place item, String field) {
        KeyPath itemKey = key.then(Leaves.segment(item.node(), 0, Optional.of(field)));
        String name = ListIdentity.place(field);
        Node.Mapping map = (Node.Mapping) item.node();
        for (Node.Entry entry : map.entries()) {
            if (entry.key().equals(name)) {
                return item.child(map, entry).leaf(itemKey.name(name));
            }
        }
        throw new IllegalStateException("an item without its identifying field");
    }

    private void added(KeyPath key, Place place) {
        found.added.add(subtree(key, place, place.shown()));
    }

    private void removed(KeyPath key, Place place, Region parent) {
        found.removed.add(subtree(key, place, parent));
    }

    private Collected.Subtree subtree(KeyPath key, Place place, Region parent) {
        List<Leaf> leaves = Leaves.under(key, place.keyRegion(), place.node(), place.alias(), place.beside());
        return new Collected.Subtree(key, place.node(), shapes.of(place.node()), leaves, parent, found.next());
    }

    private static boolean isLeaf(Node node) {
        return node instanceof Node.Scalar || isEmpty(node);
    }

    private static boolean isEmpty(Node node) {
        return (node instanceof Node.Mapping map && map.entries().isEmpty())
                || (node instanceof Node.Sequence list && list.items().isEmpty());
    }

    /** A key that held nothing; that it holds something now is told by the addition. */
    private static boolean isVoid(Node node) {
        return isEmpty(node) || (node instanceof Node.Scalar scalar && scalar.type() == ScalarType.NULL);
    }
}
