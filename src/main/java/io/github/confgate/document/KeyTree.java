package io.github.confgate.document;

import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds one tree out of keys that are spelled with dots, nested or both. Numbers in brackets become a list where they
 * are 0 to n without a gap, else names like {@code [3]}. A key that has a value and keys below it keeps its own value
 * under the empty name ({@link Leaves#key}). A key that comes again counts the last time and is a remark.
 */
public final class KeyTree {

    private final Limits limits;
    private final Remarks remarks;
    private final KeyPath prefix;
    private int nodes;
    private final Branch root = new Branch(Region.start());

    /** @param prefix where the tree stands in its document, for remarks */
    public KeyTree(KeyPath prefix, Limits limits, Remarks remarks) {
        this.prefix = prefix;
        this.limits = limits;
        this.remarks = remarks;
    }

    private static final class Branch {
        private Region key;
        private @Nullable Region span;
        private @Nullable Node own;
        private @Nullable Map<KeyPath.Segment, Branch> below;

        Branch(Region key) {
            this.key = key;
        }

        void cover(Region region) {
            span = span == null ? region : union(span, region);
        }
    }

    /** Puts a value under a key; maps are merged with what is there. */
    public void put(String key, Region keyRegion, Node value) {
        List<DottedKey.Step> steps = DottedKey.steps(key);
        if (steps.size() > limits.depth()) {
            throw Refusal.tooDeep(limits, keyRegion.line());
        }
        Region whole = union(keyRegion, value.region());
        List<KeyPath.Segment> path = new ArrayList<>(prefix.segments());
        Branch branch = root;
        for (DottedKey.Step step : steps) {
            branch.cover(whole);
            Branch known = known(branch, step.segment(), path);
            branch = known != null ? known : added(branch, step.segment(), DottedKey.region(step, key, keyRegion));
            path.add(step.segment());
        }
        set(branch, DottedKey.region(steps.get(steps.size() - 1), key, keyRegion), value, path);
    }

    /** The tree; its root has this region and origin. */
    public Node build(Region region, @Nullable Region origin) {
        if (root.below == null) {
            return new Node.Mapping(List.of(), region, origin);
        }
        return node(root, region, origin);
    }

    private Branch below(Branch branch, KeyPath.Segment segment, Region key, List<KeyPath.Segment> path) {
        Branch known = known(branch, segment, path);
        return known != null ? known : added(branch, segment, key);
    }

    private @Nullable Branch known(Branch branch, KeyPath.Segment segment, List<KeyPath.Segment> path) {
        open(branch, path);
        return branch.below == null ? null : branch.below.get(segment);
    }

    private Branch added(Branch branch, KeyPath.Segment segment, Region key) {
        if (++nodes > limits.nodes()) {
            throw Refusal.tooManyNodes(limits, key.line());
        }
        if (branch.below == null) {
            branch.below = new LinkedHashMap<>();
        }
        Branch added = new Branch(key);
        branch.below.put(segment, added);
        return added;
    }

    private void set(Branch branch, Region key, Node value, List<KeyPath.Segment> path) {
        branch.cover(value.region());
        boolean fresh = branch.own == null && branch.below == null;
        if (value instanceof Node.Mapping map && !fresh) {
            open(branch, path);
            putAll(branch, map, path);
            return;
        }
        open(branch, path);
        if (branch.own != null && remarks.wanted()) {
            remarks.duplicate(new KeyPath(path), branch.key.line(), key.line());
        }
        branch.key = key;
        branch.own = value;
    }

    /** Takes a map that was put as a whole apart, now that more comes to it. */
    private void open(Branch branch, List<KeyPath.Segment> path) {
        if (branch.own instanceof Node.Mapping map) {
            branch.own = null;
            putAll(branch, map, path);
        }
    }

    private void putAll(Branch branch, Node.Mapping map, List<KeyPath.Segment> path) {
        for (Node.Entry entry : map.entries()) {
            boolean aliased = map.origin() != null;
            Region key = aliased ? map.region() : entry.keyRegion();
            if (entry.key().isEmpty()) {
                set(branch, key, aliased ? entry.value().at(map.region()) : entry.value(), path);
                continue;
            }
            KeyPath.Segment segment = new KeyPath.Name(entry.key());
            Branch child = below(branch, segment, key, path);
            path.add(segment);
            set(child, key, aliased ? entry.value().at(map.region()) : entry.value(), path);
            path.remove(path.size() - 1);
        }
    }

    private static Node node(Branch branch, Region region, @Nullable Region origin) {
        Map<KeyPath.Segment, Branch> below = branch.below;
        if (below == null) {
            return branch.own == null ? new Node.Mapping(List.of(), region, origin) : branch.own;
        }
        if (branch.own == null && isList(below)) {
            List<Node> items = new ArrayList<>(below.size());
            for (int i = 0; i < below.size(); i++) {
                items.add(child(below, new KeyPath.Index(i)));
            }
            return new Node.Sequence(items, region, origin);
        }
        List<Node.Entry> entries = new ArrayList<>(below.size() + 1);
        if (branch.own != null) {
            entries.add(new Node.Entry("", branch.key, branch.own));
        }
        below.forEach((segment, child) -> entries.add(new Node.Entry(name(segment), child.key, node(child))));
        entries.sort(Comparator.comparing(Node.Entry::keyRegion));
        return new Node.Mapping(entries, region, origin);
    }

    private static Node child(Map<KeyPath.Segment, Branch> below, KeyPath.Segment segment) {
        Branch child = below.get(segment);
        if (child == null) {
            throw new IllegalStateException("a list with a gap");
        }
        return node(child);
    }

    private static Node node(Branch branch) {
        return node(branch, branch.span == null ? branch.key : branch.span, null);
    }

    private static boolean isList(Map<KeyPath.Segment, Branch> below) {
        for (KeyPath.Segment segment : below.keySet()) {
            // as many different numbers below n as there are children: none is missing
            if (!(segment instanceof KeyPath.Index index) || index.index() >= below.size()) {
                return false;
            }
        }
        return true;
    }

    private static String name(KeyPath.Segment segment) {
        return segment instanceof KeyPath.Name name ? name.name() : segment.toString();
    }

    private static Region union(Region a, Region b) {
        Region first = a.compareTo(b) <= 0 ? a : b;
        boolean endsLater = a.endLine() != b.endLine() ? a.endLine() > b.endLine() : a.endColumn() > b.endColumn();
        return first.to(endsLater ? a : b);
    }
}
