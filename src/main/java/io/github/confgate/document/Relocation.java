package io.github.confgate.document;

import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves a tree from a text to the place where that text stands in a file. What aliases share stays shared. */
final class Relocation {

    /** @param nodes with aliases expanded */
    record Moved(Node node, long nodes) {}

    private final BlockPlaces places;
    private final IdentityHashMap<Object, Moved> done = new IdentityHashMap<>();

    Relocation(BlockPlaces places) {
        this.places = places;
    }

    Moved of(Node node) {
        Region region = places.region(node.region());
        Region origin = node.origin() == null ? null : places.region(node.origin());
        if (node instanceof Node.Scalar scalar) {
            return new Moved(new Node.Scalar(scalar.type(), scalar.text(), region, origin), 1);
        }
        Object shared = node instanceof Node.Mapping map ? map.entries() : ((Node.Sequence) node).items();
        Moved moved = done.get(shared);
        if (moved == null) {
            moved = node instanceof Node.Mapping map ? map(map, region) : list((Node.Sequence) node, region);
            done.put(shared, moved);
        }
        return new Moved(placed(moved.node(), region, origin), moved.nodes());
    }

    private Moved map(Node.Mapping map, Region region) {
        List<Node.Entry> entries = new ArrayList<>(map.entries().size());
        long nodes = 1;
        for (Node.Entry entry : map.entries()) {
            Moved value = of(entry.value());
            nodes += value.nodes();
            entries.add(new Node.Entry(entry.key(), places.region(entry.keyRegion()), value.node()));
        }
        return new Moved(new Node.Mapping(entries, region, null), nodes);
    }

    private Moved list(Node.Sequence list, Region region) {
        List<Node> items = new ArrayList<>(list.items().size());
        long nodes = 1;
        for (Node item : list.items()) {
            Moved moved = of(item);
            nodes += moved.nodes();
            items.add(moved.node());
        }
        return new Moved(new Node.Sequence(items, region, null), nodes);
    }

    private static Node placed(Node node, Region region, @Nullable Region origin) {
        return node instanceof Node.Mapping map
                ? new Node.Mapping(map.entries(), region, origin)
                : new Node.Sequence(((Node.Sequence) node).items(), region, origin);
    }
}
