package io.github.confgate.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The items of a long list, which finds them by the field that tells them apart.
 */
final class Items extends Searched<Node> {

    private final Map<String, Map<String, Node>> tables = new ConcurrentHashMap<>(2);

    private Items(List<Node> items) {
        super(items);
    }

    /** An unmodifiable copy; the same list where it is one already. */
    static List<Node> copyOf(List<Node> items) {
        if (items instanceof Items) {
            return items;
        }
        List<Node> copy = List.copyOf(items);
        return copy.size() > SHORT ? new Items(copy) : copy;
    }

    /** The first item whose field has this value; null where none has. */
    static @Nullable Node find(List<Node> items, String field, String value) {
        if (items instanceof Items large && large.isWorthTable()) {
            return large.tables.computeIfAbsent(field, large::table).get(value);
        }
        for (Node item : items) {
            if (ListIdentity.value(item, field).filter(value::equals).isPresent()) {
                return item;
            }
        }
        return null;
    }

    private Map<String, Node> table(String field) {
        Map<String, Node> table = new HashMap<>(2 * size());
        for (Node item : this) {
            ListIdentity.value(item, field).ifPresent(value -> table.putIfAbsent(value, item));
        }
        return table;
    }
}
