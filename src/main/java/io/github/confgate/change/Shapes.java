package io.github.confgate.change;

import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives equal trees equal numbers, so that whole subtrees compare at once. Regions and the order of maps do not count;
 * with {@code typed} off, scalars are equal when their texts are. Exact: no hash can be made to collide.
 */
final class Shapes {

    private final boolean typed;
    private final IdentityHashMap<Node, Integer> known = new IdentityHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Shapes(boolean typed) {
        this.typed = typed;
    }

    boolean same(Node a, Node b) {
        return switch (SameTrees.compare(a, b, this::sameScalar)) {
            case SAME -> true;
            case DIFFERENT -> false;
            case UNKNOWN -> of(a) == of(b);
        };
    }

    private boolean sameScalar(Node.Scalar one, Node.Scalar other) {
        return one.text().equals(other.text()) && (!typed || kind(one.type()).equals(kind(other.type())));
    }

    int of(Node node) {
        Integer number = known.get(node);
        if (number == null) {
            number = numbers.computeIfAbsent(describe(node), key -> numbers.size());
            known.put(node, number);
        }
        return number;
    }

    private String describe(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return (typed ? kind(scalar.type()) : "s") + scalar.text();
        }
        StringBuilder out = new StringBuilder();
        if (node instanceof Node.Mapping map) {
            Map<String, Integer> sorted = new TreeMap<>();
            map.entries().forEach(entry -> sorted.put(entry.key(), of(entry.value())));
            out.append('{');
            sorted.forEach((key, value) -> out.append(key.length())
                    .append(':')
                    .append(key)
                    .append(value)
                    .append(','));
        } else if (node instanceof Node.Sequence list) {
            out.append('[');
            list.items().forEach(item -> out.append(of(item)).append(','));
        }
        return out.toString();
    }

    private static String kind(ScalarType type) {
        return switch (type) {
            case STRING -> "s";
            case INTEGER -> "i";
            case DECIMAL -> "d";
            case BOOLEAN -> "b";
            case NULL -> "n";
            case ENCRYPTED -> "e";
            case DIRECTIVE -> "t";
            case UNREADABLE -> "u";
        };
    }
}
