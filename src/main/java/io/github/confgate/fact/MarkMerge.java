package io.github.confgate.fact;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Several rows of marks as one: newest first, each commit once. Reads of each row no more than is asked for. */
final class MarkMerge implements Iterator<KeyLog.Mark> {

    /** A row, and its next mark. */
    private static final class Row {
        private final Iterator<KeyLog.Mark> rest;
        private KeyLog.Mark next;

        Row(Iterator<KeyLog.Mark> rest) {
            this.rest = rest;
            this.next = rest.next();
        }
    }

    private final List<Row> rows = new ArrayList<>();

    /** @param rows each newest first */
    MarkMerge(List<Iterator<KeyLog.Mark>> rows) {
        rows.stream().filter(Iterator::hasNext).forEach(row -> this.rows.add(new Row(row)));
    }

    @Override
    public boolean hasNext() {
        return !rows.isEmpty();
    }

    @Override
    public KeyLog.Mark next() {
        int newest = rows.stream().mapToInt(row -> row.next.commit()).max().orElseThrow(NoSuchElementException::new);
        List<KeyLog.Mark> found = new ArrayList<>(1);
        for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
            Row row = all.next();
            boolean more = true;
            while (more && row.next.commit() == newest) {
                found.add(row.next);
                more = row.rest.hasNext();
                row.next = more ? row.rest.next() : row.next;
            }
            if (!more) {
                all.remove();
            }
        }
        // Two of one commit know more than one only together.
        return found.size() == 1 ? found.get(0) : new KeyLog.Mark(newest, null);
    }
}
