package io.github.confgate.document.format;

import io.github.confgate.document.Node;
import io.github.confgate.document.format.YamlHunks.Hunk;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves what stands between the lines that differ to where it stands in the new text. An alias and what it stands for may
 * lie on both sides of such lines; what aliases share stays shared.
 */
final class YamlShift {

    private final List<Hunk> hunks;
    private final boolean moves;
    private final Map<Object, List<Node.Entry>> maps = new IdentityHashMap<>();
    private final Map<Object, List<Node>> lists = new IdentityHashMap<>();

    /** @param hunks at least one, from top to bottom */
    YamlShift(List<Hunk> hunks) {
        this.hunks = hunks;
        this.moves = hunks.stream().anyMatch(hunk -> hunk.more() != 0);
    }

    /** The new line of one that no hunk begins above and ends below. */
    int line(int line) {
        int moved = line;
        for (Hunk hunk : hunks) {
            if (hunk.last() >= line) {
                break;
            }
            moved += hunk.more();
        }
        return moved;
    }

    Node.Entry of(Node.Entry entry) {
        return stays(entry.keyRegion())
                ? entry
                : new Node.Entry(entry.key(), of(entry.keyRegion()), of(entry.value()));
    }

    /** A node in which no line differs. */
    Node of(Node node) {
        if (stays(node.region())) {
            return node;
        }
        Region region = of(node.region());
        Region origin = node.origin() == null ? null : of(node.origin());
        if (node instanceof Node.Scalar scalar) {
            return new Node.Scalar(scalar.type(), scalar.text(), region, origin);
        }
        // The parts stand where the anchored node does.
        boolean stays = stays(node.origin() == null ? node.region() : node.origin());
        if (node instanceof Node.Mapping map) {
            return new Node.Mapping(stays ? map.entries() : entries(map.entries()), region, origin);
        }
        List<Node> items = ((Node.Sequence) node).items();
        return new Node.Sequence(stays ? items : items(items), region, origin);
    }

    Built of(Built built) {
        return built.nodes() == YamlAliases.OPEN.nodes() || stays(built.node().region())
                ? built
                : new Built(of(built.node()), built.start(), built.end(), built.nodes(), built.height());
    }

    private boolean stays(Region region) {
        return !moves || region.line() <= hunks.get(0).last();
    }

    private List<Node.Entry> entries(List<Node.Entry> entries) {
        List<Node.Entry> known = maps.get(entries);
        if (known != null) {
            return known;
        }
        List<Node.Entry> moved = new ArrayList<>(entries.size());
        for (Node.Entry entry : entries) {
            moved.add(of(entry));
        }
        List<Node.Entry> shared = new Node.Mapping(moved, Region.start(), null).entries();
        maps.put(entries, shared);
        return shared;
    }

    private List<Node> items(List<Node> items) {
        List<Node> known = lists.get(items);
        if (known != null) {
            return known;
        }
        List<Node> moved = new ArrayList<>(items.size());
        for (Node item : items) {
            moved.add(of(item));
        }
        List<Node> shared = List.copyOf(moved);
        lists.put(items, shared);
        return shared;
    }

    Region of(Region region) {
        int line = line(region.line());
        return line == region.line()
                ? region
                : new Region(line, region.column(), region.endLine() + line - region.line(), region.endColumn());
    }
}
