package io.github.confgate.document.format;

import io.github.confgate.document.Limits;
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
 * Collects the directives of a server's configuration into a tree. A directive that stands several times in its block is
 * a list, in the order of the file; what tells blocks of one name apart is a key below that name.
 */
final class Directives {

    /** One step of a directive's key, from {@code start} to {@code end}. */
    record Step(String name, int start, int end) {}

    /** What stands under a name: the values that the directive was given, and keys below it. */
    private static final class Slot {
        final Step step;
        final List<Object> values = new ArrayList<>(1);

        @Nullable
        Block below;

        Slot(Step step) {
            this.step = step;
        }
    }

    private static final class Block {
        final Map<String, Slot> slots = new LinkedHashMap<>();
        final int start;
        int end;

        Block(int start) {
            this.start = start;
            this.end = start;
        }
    }

    private final Cursor in;
    private final Limits limits;
    private final Deque<Block> open = new ArrayDeque<>();
    private int nodes;

    Directives(Cursor in, Limits limits) {
        this.in = in;
        this.limits = limits;
        open.push(new Block(0));
    }

    /** How many blocks are open. */
    int depth() {
        return open.size() - 1;
    }

    /** A directive with its value, which stands from {@code start} to {@code end}. */
    void add(List<Step> key, String value, int start, int end) {
        count(start);
        slot(key).values.add(new Node.Scalar(ScalarType.STRING, value, in.region(start, end), null));
        open.element().end = end;
    }

    /** A block begins at {@code start}; directives go into it until it is closed. */
    void open(List<Step> key, int start) {
        count(start);
        if (open.size() > limits.depth()) {
            throw Refusal.tooDeep(limits, in.line(start));
        }
        Block block = new Block(start);
        slot(key).values.add(block);
        open.push(block);
    }

    /** The innermost block ends at {@code end}. */
    void close(int end) {
        open.pop().end = end;
        open.element().end = end;
    }

    Node root() {
        Block root = open.getLast();
        root.end = in.text.length();
        return node(root);
    }

    private Slot slot(List<Step> key) {
        Block block = open.element();
        for (int i = 0; i < key.size() - 1; i++) {
            Step step = key.get(i);
            Slot slot = block.slots.computeIfAbsent(step.name(), name -> new Slot(step));
            Block below = slot.below;
            if (below == null) {
                count(step.start());
                below = new Block(step.start());
                slot.below = below;
            }
            below.end = key.get(key.size() - 1).end();
            block = below;
        }
        Step last = key.get(key.size() - 1);
        return block.slots.computeIfAbsent(last.name(), name -> new Slot(last));
    }

    private Node node(Block block) {
        List<Node.Entry> entries = new ArrayList<>();
        for (Slot slot : block.slots.values()) {
            entries.add(new Node.Entry(slot.step.name(), region(slot.step), node(slot)));
        }
        return new Node.Mapping(entries, in.region(block.start, block.end), null);
    }

    private Node node(Slot slot) {
        List<Node> values = new ArrayList<>();
        for (Object value : slot.values) {
            values.add(value instanceof Block block ? node(block) : (Node) value);
        }
        Node own = values.size() == 1 ? values.get(0) : new Node.Sequence(values, around(slot, values), null);
        Block below = slot.below;
        if (below == null) {
            return own;
        }
        Node.Mapping map = (Node.Mapping) node(below);
        if (values.isEmpty()) {
            return map;
        }
        List<Node.Entry> entries = new ArrayList<>();
        entries.add(new Node.Entry("", region(slot.step), own));
        entries.addAll(map.entries());
        return new Node.Mapping(entries, map.region(), null);
    }

    private Region around(Slot slot, List<Node> values) {
        if (values.isEmpty()) {
            return region(slot.step);
        }
        return values.get(0).region().to(values.get(values.size() - 1).region());
    }

    private Region region(Step step) {
        return in.region(step.start(), step.end());
    }

    private void count(int at) {
        if (++nodes > limits.nodes()) {
            throw Refusal.tooManyNodes(limits, in.line(at));
        }
    }
}
