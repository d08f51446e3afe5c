package io.github.confgate.inspection;

import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Node;
import io.github.confgate.source.Region;
import org.jspecify.annotations.Nullable;

/** Finds where a policy says something: the value, or, where it says nothing any more, what stood around it. */
final class PolicyPlaces {

    private PolicyPlaces() {}

    static Region of(Document policy, KeyPath key) {
        Node node = policy.parts().get(0).root();
        Region region = Region.start();
        for (KeyPath.Segment segment : key.segments()) {
            Node next = step(node, segment);
            if (next == null) {
                Node listed = node instanceof Node.Mapping map ? map.get("entries") : null;
                next = listed == null ? null : step(listed, segment);
            }
            if (next == null) {
                return region;
            }
            region = next.region();
            node = next;
        }
        return region;
    }

    /** The item of a list is told by a field of it, or by its text. */
    private static @Nullable Node step(Node node, KeyPath.Segment segment) {
        if (node instanceof Node.Mapping map) {
            return segment instanceof KeyPath.Name name ? map.get(name.name()) : null;
        }
        if (!(node instanceof Node.Sequence list)) {
            return node instanceof Node.Scalar scalar && isText(scalar, segment) ? scalar : null;
        }
        for (Node item : list.items()) {
            boolean found = segment instanceof KeyPath.Selector selector
                    ? item instanceof Node.Mapping map
                            && selector.fields().stream()
                                    .allMatch(field -> map.get(field.name()) instanceof Node.Scalar scalar
                                            && scalar.text().equals(field.value()))
                    : isText(item, segment);
            if (found) {
                return item;
            }
        }
        return null;
    }

    private static boolean isText(Node node, KeyPath.Segment segment) {
        return segment instanceof KeyPath.Name name
                && node instanceof Node.Scalar scalar
                && scalar.text().equals(name.name());
    }
}
