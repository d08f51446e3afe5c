package io.github.confgate.document.format;

import io.github.confgate.document.Node;
import io.github.confgate.document.format.YamlReferences.Definition;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves what stands on a line or behind it. An alias and what it stands for may lie on both sides; what aliases share
 * stays shared.
 */
final class YamlShift {

    private final int from;
    private final int lines;
    private final Map<Object, List<Node.Entry>> maps = new IdentityHashMap<>();
    private final Map<Object, List<Node>> lists = new IdentityHashMap<>();

    /** @param lines by how many; below zero upwards */
    YamlShift(int from, int lines) {
        this.from = from;
        this.lines = lines;
    }

    int line(int line) {
        return line >= from ? line + lines : line;
    }

    Node.Entry of(Node.Entry entry) {
        return lines == 0 ? entry : new Node.Entry(entry.key(), of(entry.keyRegion()), of(entry.value()));
    }

    Node of(Node node) {
        if (lines == 0) {
            return node;
        }
        Region region = of(node.region());
        Region origin = node.origin() == null ? null : of(node.origin());
        if (node instanceof Node.Scalar scalar) {
            return new Node.Scalar(scalar.type(), scalar.text(), region, origin);
        }
        // The parts stand where the anchored node does.
        boolean stays = (node.origin() == null ? node.region() : node.origin()).line() < from;
        if (node instanceof Node.Mapping map) {
            return new Node.Mapping(stays ? map.entries() : entries(map.entries()), region, origin);
        }
        List<Node> items = ((Node.Sequence) node).items();
        return new Node.Sequence(stays ? items : items(items), region, origin);
    }

    Definition of(Definition definition) {
        Built built = definition.built();
        return lines == 0
                ? definition
                : new Definition(
                        definition.id(),
                        definition.name(),
                        line(definition.line()),
                        line(definition.last()),
                        built.nodes() == YamlAliases.OPEN.nodes()
                                ? built
                                : new Built(
                                        of(built.node()), built.start(), built.end(), built.nodes(), built.height()));
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

    private Region of(Region region) {
        return region.line() < from
                ? region
                : new Region(region.line() + lines, region.column(), region.endLine() + lines, region.endColumn());
    }
}
