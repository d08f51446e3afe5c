package io.github.confgate.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a large map, which finds them by their keys.
 */
final class Entries extends Searched<Node.Entry> {

    private volatile @Nullable Map<String, Node.Entry> table;
    private final Map<Class<?>, Object> worked = new ConcurrentHashMap<>(1);

    private Entries(List<Node.Entry> entries) {
        super(entries);
    }

    /** An unmodifiable copy; the same list where it is one already. */
    static List<Node.Entry> copyOf(List<Node.Entry> entries) {
        if (entries instanceof Entries) {
            return entries;
        }
        List<Node.Entry> copy = List.copyOf(entries);
        return copy.size() > SHORT ? new Entries(copy) : copy;
    }

    static Node.@Nullable Entry find(List<Node.Entry> entries, String key) {
        if (entries instanceof Entries large) {
            Map<String, Node.Entry> table = large.table();
            if (table != null) {
                return table.get(key);
            }
        }
        for (Node.Entry entry : entries) {
            if (entry.key().equals(key)) {
                return entry;
            }
        }
        return null;
    }

    /** Null as long as it does not pay. */
    private @Nullable Map<String, Node.Entry> table() {
        Map<String, Node.Entry> made = table;
        if (made == null && isWorthTable()) {
            made = new HashMap<>(2 * size());
            for (Node.Entry entry : this) {
                made.putIfAbsent(entry.key(), entry);
            }
            table = made;
        }
        return made;
    }

    /** What is worked out of the entries of a map, kept with them where they are many. */
    static <T> T once(List<Node.Entry> entries, Class<T> what, Function<List<Node.Entry>, T> work) {
        return entries instanceof Entries large
                ? what.cast(large.worked.computeIfAbsent(what, key -> work.apply(large)))
                : work.apply(entries);
    }
}
