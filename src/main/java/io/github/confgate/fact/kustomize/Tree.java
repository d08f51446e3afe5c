package io.github.confgate.fact.kustomize;

import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Small questions to trees, and copies of them with one thing changed. */
final class Tree {

    private Tree() {}

    static @Nullable Node at(@Nullable Node root, String... names) {
        Node node = root;
        for (String name : names) {
            node = node instanceof Node.Mapping map ? map.get(name) : null;
        }
        return node;
    }

    /** The text of a scalar; empty for anything else and for null. */
    static Optional<String> text(@Nullable Node node) {
        return node instanceof Node.Scalar scalar && scalar.type() != ScalarType.NULL
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    static String text(@Nullable Node root, String name) {
        return text(at(root, name)).orElse("");
    }

    /** The items of a list; of anything else none. */
    static List<Node> items(@Nullable Node node) {
        return node instanceof Node.Sequence list ? list.items() : List.of();
    }

    static boolean isNull(Node node) {
        return node instanceof Node.Scalar scalar && scalar.type() == ScalarType.NULL;
    }

    static Node.Scalar string(String text, Region region) {
        return new Node.Scalar(ScalarType.STRING, text, region, null);
    }

    /** The map with a key set, or without it where the value is null; a new key goes to the end. */
    static Node.Mapping with(Node.Mapping map, String key, @Nullable Node value) {
        List<Node.Entry> entries = new ArrayList<>();
        boolean found = false;
        for (Node.Entry entry : map.entries()) {
            if (!entry.key().equals(key)) {
                entries.add(entry);
            } else {
                found = true;
                if (value != null) {
                    entries.add(new Node.Entry(key, entry.keyRegion(), value));
                }
            }
        }
        if (!found && value != null) {
            entries.add(new Node.Entry(key, value.region(), value));
        }
        return new Node.Mapping(entries, map.region(), map.origin());
    }

    /** The tree with what stands at a place replaced; maps on the way are made where they are missing. */
    static Node replace(Node root, List<String> names, int i, UnaryOperator<@Nullable Node> change) {
        Node.Mapping map =
                root instanceof Node.Mapping there ? there : new Node.Mapping(List.of(), root.region(), null);
        Node below = map.get(names.get(i));
        if (i == names.size() - 1) {
            return with(map, names.get(i), change.apply(below));
        }
        Node child = below == null ? new Node.Mapping(List.of(), map.region(), null) : below;
        return with(map, names.get(i), replace(child, names, i + 1, change));
    }

    /** The tree as if all of it stood at one place, for what is written within a text. */
    static Node placed(Node node, Region region) {
        if (node instanceof Node.Mapping map) {
            List<Node.Entry> entries = new ArrayList<>();
            map.entries()
                    .forEach(entry -> entries.add(new Node.Entry(entry.key(), region, placed(entry.value(), region))));
            return new Node.Mapping(entries, region, null);
        }
        if (node instanceof Node.Sequence list) {
            return new Node.Sequence(
                    list.items().stream().map(item -> placed(item, region)).toList(), region, null);
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return new Node.Scalar(scalar.type(), scalar.text(), region, null);
    }
}
