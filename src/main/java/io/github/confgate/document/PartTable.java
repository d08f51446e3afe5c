package io.github.confgate.document;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a file with many, which finds them by their ids. As with {@link Entries} the table is made when it
 * begins to pay; to its users the list is like any other.
 */
final class PartTable extends AbstractList<Part> implements RandomAccess {

    private static final int MANY = 16;
    private static final int SEARCHES = 8;

    private final List<Part> parts;
    private int searches; // threads may lose counts: the table is then made a little later
    private volatile @Nullable Map<KeyPath.Segment, Part> table;

    private PartTable(List<Part> parts) {
        this.parts = parts;
    }

    /** An unmodifiable copy; the same list where it is one already. */
    static List<Part> copyOf(List<Part> parts) {
        if (parts instanceof PartTable) {
            return parts;
        }
        List<Part> copy = List.copyOf(parts);
        return copy.size() > MANY ? new PartTable(copy) : copy;
    }

    /** The first part with an id; null where none has it. */
    static @Nullable Part find(List<Part> parts, KeyPath.Segment id) {
        if (parts instanceof PartTable many && ++many.searches > SEARCHES) {
            return many.table().get(id);
        }
        for (Part part : parts) {
            if (part.id().equals(id)) {
                return part;
            }
        }
        return null;
    }

    private Map<KeyPath.Segment, Part> table() {
        Map<KeyPath.Segment, Part> made = table;
        if (made == null) {
            made = new HashMap<>(2 * parts.size());
            for (Part part : parts) {
                made.putIfAbsent(part.id(), part);
            }
            table = made;
        }
        return made;
    }

    @Override
    public Part get(int index) {
        return parts.get(index);
    }

    @Override
    public int size() {
        return parts.size();
    }

    @Override
    public Iterator<Part> iterator() {
        return parts.iterator();
    }
}
