package io.github.confgate.document;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a large map, which finds them by their keys. Most maps are asked for a few keys only, so the table is
 * made when it begins to pay; to its users the list is like any other.
 */
final class Entries extends AbstractList<Node.Entry> implements RandomAccess {

    private static final int LARGE = 16;
    private static final int SEARCHES = 8;

    private final List<Node.Entry> entries;
    private int searches; // threads may lose counts: the table is then made a little later
    private volatile @Nullable Map<String, Node.Entry> table;
    private final Map<Class<?>, Object> worked = new ConcurrentHashMap<>(1);

    private Entries(List<Node.Entry> entries) {
        this.entries = entries;
    }

    /** An unmodifiable copy; the same list where it is one already. */
    static List<Node.Entry> copyOf(List<Node.Entry> entries) {
        if (entries instanceof Entries) {
            return entries;
        }
        List<Node.Entry> copy = List.copyOf(entries);
        return copy.size() > LARGE ? new Entries(copy) : copy;
    }

    static Node.@Nullable Entry find(List<Node.Entry> entries, String key) {
        if (entries instanceof Entries large) {
            return large.find(key);
        }
        for (Node.Entry entry : entries) {
            if (entry.key().equals(key)) {
                return entry;
            }
        }
        return null;
    }

    private Node.@Nullable Entry find(String key) {
        Map<String, Node.Entry> made = table;
        if (made != null) {
            return made.get(key);
        }
        if (++searches <= SEARCHES) {
            return find(entries, key);
        }
        made = new HashMap<>(2 * entries.size());
        for (Node.Entry entry : entries) {
            made.putIfAbsent(entry.key(), entry);
        }
        table = made;
        return made.get(key);
    }

    /** What is worked out of the entries of a map, kept with them where they are many. */
    static <T> T once(List<Node.Entry> entries, Class<T> what, Function<List<Node.Entry>, T> work) {
        return entries instanceof Entries large
                ? what.cast(large.worked.computeIfAbsent(what, key -> work.apply(large.entries)))
                : work.apply(entries);
    }

    @Override
    public Node.Entry get(int index) {
        return entries.get(index);
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public Iterator<Node.Entry> iterator() {
        return entries.iterator();
    }
}
