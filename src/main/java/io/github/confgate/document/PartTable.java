package io.github.confgate.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a file with many, which finds them by their ids.
 */
final class PartTable extends Searched<Part> {

    private volatile @Nullable Map<KeyPath.Segment, Part> table;

    private PartTable(List<Part> parts) {
        super(parts);
    }

    /** An unmodifiable copy; the same list where it is one already. */
    static List<Part> copyOf(List<Part> parts) {
        if (parts instanceof PartTable) {
            return parts;
        }
        List<Part> copy = List.copyOf(parts);
        return copy.size() > SHORT ? new PartTable(copy) : copy;
    }

    /** The first part with an id; null where none has it. */
    static @Nullable Part find(List<Part> parts, KeyPath.Segment id) {
        if (parts instanceof PartTable many && many.isWorthTable()) {
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
            made = new HashMap<>(2 * size());
            for (Part part : this) {
                made.putIfAbsent(part.id(), part);
            }
            table = made;
        }
        return made;
    }
}
