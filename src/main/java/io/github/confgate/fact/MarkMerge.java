package io.github.confgate.fact;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

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

    private final boolean sure;

    /**
     * @param rows each newest first
     * @param sure whether who knows what the key held knows all; else another spelling may have been there where it was not
     */
    MarkMerge(List<Iterator<KeyLog.Mark>> rows, boolean sure) {
        this.sure = sure;
        rows.stream().filter(Iterator::hasNext).forEach(row -> this.rows.add(new Row(row)));
    }

    @Override
    public boolean hasNext() {
        return !rows.isEmpty();
    }

    @Override
    public KeyLog.Mark next() {
        int newest = rows.stream().mapToInt(row -> row.next.commit()).max().orElseThrow(NoSuchElementException::new);
        List<@Nullable Was> found = new ArrayList<>(1);
        for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
            Row row = all.next();
            boolean more = true;
            while (more && row.next.commit() == newest) {
                found.add(row.next.was());
                more = row.rest.hasNext();
                row.next = more ? row.rest.next() : row.next;
            }
            if (!more) {
                all.remove();
            }
        }
        return new KeyLog.Mark(newest, found.size() == 1 ? found.get(0) : together(found));
    }

    /** What several of one commit know together: what one of them knows, unless another one says something else. */
    private @Nullable Was together(List<@Nullable Was> found) {
        Was known = null;
        for (Was was : found) {
            if (was != null && known != null && !was.equals(known)) {
                return null;
            }
            known = was == null ? known : was;
        }
        return sure || !(known instanceof Was.Nothing) ? known : null;
    }
}
