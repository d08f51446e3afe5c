package io.github.confgate.rule.check;

import io.github.confgate.document.ListIdentity;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import java.util.Comparator;
import java.util.Optional;

/** Reads nodes. */
final class Nodes {

    private Nodes() {}

    /** A field of an item, when it is a scalar with text. */
    static Optional<String> text(Node item, String field) {
        return ListIdentity.value(item, field);
    }

    /** Nothing: null, an empty text, map or list. */
    static boolean isBlank(Node node) {
        if (node instanceof Node.Mapping map) {
            return map.entries().isEmpty();
        }
        if (node instanceof Node.Sequence list) {
            return list.items().isEmpty();
        }
        return node instanceof Node.Scalar scalar && (scalar.text().isBlank() || scalar.type() == ScalarType.NULL);
    }

    /** How many leaves stand below a node, counted up to a limit. */
    static int leaves(Node node, int most) {
        int leaves = 0;
        if (node instanceof Node.Mapping map && !map.entries().isEmpty()) {
            for (Node.Entry entry : map.entries()) {
                leaves += leaves < most ? leaves(entry.value(), most - leaves) : 0;
            }
        } else if (node instanceof Node.Sequence list && !list.items().isEmpty()) {
            for (Node item : list.items()) {
                leaves += leaves < most ? leaves(item, most - leaves) : 0;
            }
        } else {
            return isBlank(node) ? 0 : 1;
        }
        return leaves;
    }

    /** Equal texts for equal trees, whatever the order of their maps. */
    static String canonical(Node node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(Node node, StringBuilder out) {
        if (node instanceof Node.Mapping map) {
            out.append('{');
            map.entries().stream().sorted(Comparator.comparing(Node.Entry::key)).forEach(entry -> {
                out.append(entry.key().length()).append(':').append(entry.key());
                write(entry.value(), out);
            });
            out.append('}');
        } else if (node instanceof Node.Sequence list) {
            out.append('[');
            list.items().forEach(item -> write(item, out));
            out.append(']');
        } else if (node instanceof Node.Scalar scalar) {
            out.append(scalar.text().length()).append('=').append(scalar.text());
        }
    }
}
