package io.github.confgate.document.format;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Node;
import io.github.confgate.document.Remarks;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the attributes and blocks of one body. Blocks of one type share a map, by their labels; blocks of the same
 * type and labels become a list.
 */
final class HclBody {

    /** A word of a block's header, or an attribute. */
    private static final class Branch {
        private final Region key;
        private final List<Node> values = new ArrayList<>();
        private final Map<String, Branch> below = new LinkedHashMap<>();
        private @Nullable HclBody joined;
        private @Nullable Region span;

        Branch(Region key) {
            this.key = key;
        }
    }

    /** A word of a block's header and its place. */
    record Word(String text, Region region) {}

    private final Map<String, Branch> branches = new LinkedHashMap<>();

    /** An attribute; of one that stands twice, or beside a block of its name, the last one counts. */
    void attribute(Word name, Node value, List<KeyPath.Segment> path, Remarks remarks) {
        Branch before = branches.remove(name.text());
        if (before != null && remarks.wanted()) {
            KeyPath key = new KeyPath(path).name(name.text());
            remarks.duplicate(key, before.key.line(), name.region().line());
        }
        Branch branch = new Branch(name.region());
        branch.values.add(value);
        branches.put(name.text(), branch);
    }

    /** @param header the type and the labels */
    void block(List<Word> header, Node body) {
        Map<String, Branch> level = branches;
        Branch branch = null;
        for (Word word : header) {
            branch = level.computeIfAbsent(word.text(), text -> new Branch(word.region()));
            level = branch.below;
        }
        if (branch != null) {
            branch.values.add(body);
        }
    }

    /** What all blocks of a type without labels have in common; {@link #cover} tells of each where it stands. */
    HclBody joined(Word type) {
        Branch branch = branches.computeIfAbsent(type.text(), text -> new Branch(type.region()));
        HclBody joined = branch.joined == null ? new HclBody() : branch.joined;
        branch.joined = joined;
        return joined;
    }

    void cover(Word type, Region block) {
        branches.computeIfPresent(type.text(), (text, branch) -> {
            branch.span = union(branch.span, block);
            return branch;
        });
    }

    Node.Mapping build(Region region) {
        return map(branches, region);
    }

    private static Node.Mapping map(Map<String, Branch> branches, @Nullable Region region) {
        List<Node.Entry> entries = new ArrayList<>(branches.size());
        Region whole = region;
        for (Map.Entry<String, Branch> named : branches.entrySet()) {
            Node node = node(named.getValue());
            entries.add(new Node.Entry(named.getKey(), named.getValue().key, node));
            whole = region == null ? union(whole, node.region()) : region;
        }
        return new Node.Mapping(entries, whole == null ? Region.start() : whole, null);
    }

    private static Node node(Branch branch) {
        List<Node> values = new ArrayList<>(branch.values);
        if (branch.joined != null && branch.span != null) {
            values.add(branch.joined.build(branch.span));
        }
        if (!branch.below.isEmpty()) {
            values.add(map(branch.below, null));
        }
        if (values.size() == 1) {
            return values.get(0);
        }
        Region whole = null;
        for (Node value : values) {
            whole = union(whole, value.region());
        }
        return new Node.Sequence(values, whole == null ? branch.key : whole, null);
    }

    private static Region union(@Nullable Region a, Region b) {
        if (a == null) {
            return b;
        }
        Region first = a.compareTo(b) <= 0 ? a : b;
        boolean endsLater = a.endLine() != b.endLine() ? a.endLine() > b.endLine() : a.endColumn() > b.endColumn();
        return first.to(endsLater ? a : b);
    }
}
