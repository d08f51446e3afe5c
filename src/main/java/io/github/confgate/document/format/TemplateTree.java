package io.github.confgate.document.format;

import io.github.confgate.document.Limits;
import io.github.confgate.document.Lines;
import io.github.confgate.document.Node;
import io.github.confgate.document.Refusal;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tree that indentation tells. A key that stands in several branches of a condition has a list of its values: which
 * one counts is known only once the template is rendered.
 */
final class TemplateTree {

    /** A map or a list that lines may still be added to. */
    private static final class Branch {
        int indent;
        final boolean list;
        final Map<String, Slot> slots = new LinkedHashMap<>();

        @Nullable
        Slot last;

        Branch(int indent, boolean list) {
            this.indent = indent;
            this.list = list;
        }

        Slot slot(String name, Region region) {
            Slot slot = slots.computeIfAbsent(name, key -> new Slot(region));
            last = slot;
            return slot;
        }
    }

    /** What stands under a key, or is an item: nothing yet, values, a map or a list. */
    private static final class Slot {
        final Region region;
        final List<Node> values = new ArrayList<>(1);

        @Nullable
        Branch map;

        @Nullable
        Branch list;

        Slot(Region region) {
            this.region = region;
        }
    }

    private final Limits limits;
    private final Lines lines;
    private final Deque<Branch> open = new ArrayDeque<>();
    private final Branch base = new Branch(-1, true);
    private final Slot root = base.slot("", Region.start());
    private Branch top = base;
    /** The key or item that came last, as long as it has no value. */
    private @Nullable Slot pending = root;

    private int nodes;

    TemplateTree(Limits limits, Lines lines) {
        this.limits = limits;
        this.lines = lines;
    }

    /** Begins an item of the list whose dashes stand behind so many columns. */
    void item(int indent, int at) {
        while (top.indent > indent) {
            close();
        }
        if (!top.list || top.indent < indent) {
            Slot holder = holder();
            Branch list = holder.list == null ? new Branch(indent, true) : holder.list;
            holder.list = list;
            enter(list, indent, at);
        }
        add(Integer.toString(top.slots.size()), at, at + 1);
    }

    /** A key behind so many columns. */
    void key(int indent, String name, int from, int to) {
        while (top.indent > indent || (top.indent == indent && top.list)) {
            close();
        }
        if (top.indent < indent && (top.list || pending != null)) {
            Slot holder = holder();
            Branch map = holder.map == null ? new Branch(indent, false) : holder.map;
            holder.map = map;
            enter(map, indent, from);
        }
        add(name, from, to);
    }

    /** Begins a section of a flat file: the keys below it are its own. */
    void section(String name, int from, int to) {
        open.clear();
        top = base;
        pending = root;
        key(0, name, from, to);
        Slot holder = holder();
        Branch map = holder.map == null ? new Branch(0, false) : holder.map;
        holder.map = map;
        enter(map, 0, from);
    }

    /** The value of the key, or the item, that came last. */
    void value(Node value) {
        if (pending != null) {
            pending.values.add(value);
            pending = null;
        }
    }

    Node build() {
        boolean empty = root.map == null && root.list == null && root.values.isEmpty();
        return empty ? new Node.Mapping(List.of(), Region.start(), null) : node(root);
    }

    /** What a deeper line belongs to: the key before it, also where that has a value already. */
    private Slot holder() {
        Slot last = top.last;
        return pending != null ? pending : last == null ? root : last;
    }

    private void add(String name, int from, int to) {
        if (++nodes > limits.nodes()) {
            throw Refusal.tooManyNodes(limits, lines.line(from));
        }
        pending = top.slot(name, lines.region(from, to));
    }

    private void enter(Branch branch, int indent, int at) {
        branch.indent = indent;
        open.push(top);
        if (open.size() > limits.depth()) {
            throw Refusal.tooDeep(limits, lines.line(at));
        }
        top = branch;
        pending = null;
    }

    private void close() {
        top = open.pop();
        pending = null;
    }

    private Node.Mapping map(Branch branch) {
        List<Node.Entry> entries = new ArrayList<>(branch.slots.size());
        List<Region> regions = new ArrayList<>(2 * branch.slots.size());
        branch.slots.forEach((name, slot) -> {
            Node.Entry entry = new Node.Entry(name, slot.region, node(slot));
            entries.add(entry);
            regions.add(entry.keyRegion());
            regions.add(entry.value().region());
        });
        return new Node.Mapping(entries, around(regions), null);
    }

    private Node.Sequence list(List<Node> items) {
        return new Node.Sequence(items, around(items.stream().map(Node::region).toList()), null);
    }

    private Node node(Slot slot) {
        List<Node> all = new ArrayList<>(slot.values);
        if (slot.map != null) {
            all.add(map(slot.map));
        }
        if (slot.list != null) {
            all.add(list(slot.list.slots.values().stream().map(this::node).toList()));
        }
        if (all.isEmpty()) {
            Region end = new Region(
                    slot.region.endLine(), slot.region.endColumn(), slot.region.endLine(), slot.region.endColumn());
            return new Node.Scalar(ScalarType.NULL, "", end, null);
        }
        return all.size() == 1 ? all.get(0) : list(all);
    }

    /** What is added in a later branch may stand further down than what follows it in the tree. */
    private static Region around(List<Region> regions) {
        Region first = regions.isEmpty() ? Region.start() : regions.get(0);
        Region last = first;
        for (Region region : regions) {
            first = region.compareTo(first) < 0 ? region : first;
            boolean ends = region.endLine() > last.endLine()
                    || (region.endLine() == last.endLine() && region.endColumn() > last.endColumn());
            last = ends ? region : last;
        }
        return first.to(last);
    }
}
