package io.github.confgate.rule.sheet;

import io.github.confgate.document.Node;
import io.github.confgate.document.Suggestion;
import io.github.confgate.source.Region;
import io.github.confgate.source.UsageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a sheet that knows where it stands, so that whatever is wrong with it is told at its place.
 *
 * @param tested whether the sheet comes with confgate, so that a test has read all of it
 */
record SheetNode(String path, Node node, boolean tested) {

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
        return new SheetNode(path, child, tested);
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
        if (!(node instanceof Node.Sequence list)) {
            return List.of(this);
        }
        List<SheetNode> items = new ArrayList<>();
        for (Node item : list.items()) {
            items.add(child(item));
        }
        return items;
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (SheetNode item : items()) {
            texts.add(item.text());
        }
        return List.copyOf(texts);
    }

    boolean bool() {
        return Boolean.parseBoolean(oneOf(List.of("true", "false")));
    }

    void allowOnly(Collection<String> keys) {
        for (Node.Entry entry : entries()) {
            if (!keys.contains(entry.key())) {
                throw wrongAt(
                        entry.keyRegion(),
                        "unknown key `" + entry.key() + "`" + Suggestion.didYouMean(entry.key(), keys));
            }
        }
    }

    /** The one of {@code choices} that the value names. */
    String oneOf(Collection<String> choices) {
        String text = text();
        if (!choices.contains(text)) {
            throw wrong(
                    "`" + text + "` is none of " + String.join(", ", choices) + Suggestion.didYouMean(text, choices));
        }
        return text;
    }
}
