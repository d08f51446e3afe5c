package io.github.confgate.rule.sheet;

import io.github.confgate.document.Node;
import io.github.confgate.source.Region;
import io.github.confgate.source.UsageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A node of a sheet that knows where it stands, so that whatever is wrong with it is told at its place. */
record SheetNode(String path, Node node) {

    UsageException wrong(String message) {
        return wrongAt(node.region(), message);
    }

    UsageException wrongAt(Region region, String message) {
        return new UsageException(path + ":" + region.line() + ":" + region.column() + ": " + message);
    }

    boolean isMap() {
        return node instanceof Node.Mapping;
    }

    boolean isList() {
        return node instanceof Node.Sequence;
    }

    List<Node.Entry> entries() {
        if (node instanceof Node.Mapping map) {
            return map.entries();
        }
        throw wrong("expected a map");
    }

    SheetNode child(Node child) {
        return new SheetNode(path, child);
    }

    @Nullable
    SheetNode get(String key) {
        Node child = node instanceof Node.Mapping map ? map.get(key) : null;
        return child == null ? null : child(child);
    }

    SheetNode need(String key) {
        SheetNode child = get(key);
        if (child == null) {
            throw wrong("`" + key + "` is missing");
        }
        return child;
    }

    String text() {
        if (node instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        throw wrong("expected a single value");
    }

    /** The items of a list; anything else is a list of one. */
    List<SheetNode> items() {
        if (node instanceof Node.Sequence list) {
            return list.items().stream().map(this::child).toList();
        }
        return List.of(this);
    }

    List<String> texts() {
        return items().stream().map(SheetNode::text).toList();
    }

    void allowOnly(Collection<String> keys) {
        for (Node.Entry entry : entries()) {
            if (!keys.contains(entry.key())) {
                throw wrongAt(entry.keyRegion(), "unknown key `" + entry.key() + "`" + suggestion(entry.key(), keys));
            }
        }
    }

    /** The one of {@code choices} that the value names. */
    String oneOf(Collection<String> choices) {
        String text = text();
        if (!choices.contains(text)) {
            throw wrong("`" + text + "` is none of " + String.join(", ", choices) + suggestion(text, choices));
        }
        return text;
    }

    private static String suggestion(String word, Collection<String> known) {
        TreeMap<Integer, List<String>> near = new TreeMap<>();
        for (String candidate : known) {
            near.computeIfAbsent(distance(word, candidate), d -> new ArrayList<>())
                    .add(candidate);
        }
        boolean close = !near.isEmpty() && near.firstKey() <= Math.max(1, word.length() / 3);
        return close ? ", did you mean `" + near.firstEntry().getValue().get(0) + "`?" : "";
    }

    private static int distance(String a, String b) {
        if (a.length() > 60) {
            return a.length();
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
