package io.github.confgate.document;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The items of a long list, which finds them by the field that tells them apart. As with {@link Entries} the table is
 * made when it begins to pay; to its users the list is like any other.
 */
final class Items extends AbstractList<Node> implements RandomAccess {

    private static final int LONG = 16;
    private static final int SEARCHES = 8;

    private final List<Node> items;
    private int searches; // threads may lose counts: the table is then made a little later
    private final Map<String, Map<String, Node>> tables = new ConcurrentHashMap<>(2);

    private Items(List<Node> items) {
        this.items = items;
    }

    /** An unmodifiable copy; the same list where it is one already. */
    static List<Node> copyOf(List<Node> items) {
        if (items instanceof Items) {
            return items;
        }
        List<Node> copy = List.copyOf(items);
        return copy.size() > LONG ? new Items(copy) : copy;
    }

    /** The first item whose field has this value; null where none has. */
    static @Nullable Node find(List<Node> items, String field, String value) {
        if (items instanceof Items large && ++large.searches > SEARCHES) {
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
        Map<String, Node> table = new HashMap<>(2 * items.size());
        for (Node item : items) {
            ListIdentity.value(item, field).ifPresent(value -> table.putIfAbsent(value, item));
        }
        return table;
    }

    @Override
    public Node get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public Iterator<Node> iterator() {
        return items.iterator();
    }
}
