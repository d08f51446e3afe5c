package io.github.confgate.document;

import io.github.confgate.document.Node.Entry;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Makes one tree of the two spellings that Spring takes for a key in YAML: {@code server.port: 80} and {@code server:
 * {port: 80}} (Spring Boot reference, "Externalized Configuration": YAML is flattened to properties). Keys in brackets
 * ({@code "[/a.path]"}) stay whole. Maps without a dotted key, and what aliases share, are left as they are.
 */
public final class SpringKeys {

    private record Nested(Node node, int height) {}

    private final Limits limits;
    private final Remarks remarks;
    private final IdentityHashMap<Object, Nested> done = new IdentityHashMap<>();

    private SpringKeys(Limits limits, Remarks remarks) {
        this.limits = limits;
        this.remarks = remarks;
    }

    /** The same document with its dotted keys taken apart; a key in both spellings is a remark and the last one counts. */
    public static Node nested(Node root, Limits limits, Remarks remarks) {
        return new SpringKeys(limits, remarks).nest(root, KeyPath.ROOT).node();
    }

    private Nested nest(Node node, KeyPath path) {
        if (node instanceof Node.Scalar) {
            return new Nested(node, 0);
        }
        Object shared = node instanceof Node.Mapping map ? map.entries() : ((Node.Sequence) node).items();
        Nested before = done.get(shared);
        if (before == null) {
            before = node instanceof Node.Mapping map ? map(map, path) : list((Node.Sequence) node, path);
            done.put(shared, before);
            return before;
        }
        return new Nested(moved(before.node(), node), before.height());
    }

    /** What was made of a shared node, at the place of another use of it. */
    private static Node moved(Node made, Node use) {
        return made instanceof Node.Mapping map
                ? new Node.Mapping(map.entries(), use.region(), use.origin())
                : new Node.Sequence(((Node.Sequence) made).items(), use.region(), use.origin());
    }

    private Nested list(Node.Sequence list, KeyPath path) {
        List<Node> items = new ArrayList<>(list.items().size());
        boolean same = true;
        int height = 0;
        for (Node item : list.items()) {
            Nested nested = nest(item, path.then(new KeyPath.Index(items.size())));
            items.add(nested.node());
            same &= nested.node() == item;
            height = Math.max(height, nested.height());
        }
        return new Nested(same ? list : new Node.Sequence(items, list.region(), list.origin()), height + 1);
    }

    private Nested map(Node.Mapping map, KeyPath path) {
        List<Entry> entries = new ArrayList<>(map.entries().size());
        boolean same = true;
        boolean flat = true;
        int height = 0;
        for (Entry entry : map.entries()) {
            Nested nested = nest(entry.value(), path.name(entry.key()));
            boolean unchanged = nested.node() == entry.value();
            entries.add(unchanged ? entry : new Entry(entry.key(), entry.keyRegion(), nested.node()));
            same &= unchanged;
            boolean one = DottedKey.isOne(entry.key());
            flat &= one;
            int steps = one ? 1 : DottedKey.steps(entry.key()).size();
            height = Math.max(height, steps + nested.height());
            if (height > limits.depth()) {
                throw Refusal.tooDeep(limits, entry.keyRegion().line());
            }
        }
        if (flat) {
            return new Nested(same ? map : new Node.Mapping(entries, map.region(), map.origin()), height);
        }
        KeyTree tree = new KeyTree(path, limits, remarks);
        for (Entry entry : entries) {
            tree.put(entry.key(), entry.keyRegion(), entry.value());
        }
        return new Nested(tree.build(map.region(), map.origin()), height);
    }
}
