package io.github.confgate.fact;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Tells many keys from what was recorded of them, together: always the one next whose state is the newest. Where states
 * have to be read again, each is then read once for all keys, and each by what differs from the one after it; key by
 * key, a commit that changes a thousand keys of a large file reads all of its old versions a thousand times.
 */
final class Retelling {

    /** What is told of one key, newest state first. */
    interface Row {

        /** The number of the commit just before which the state is that is told next. */
        int point();

        /** Tells it; false when nothing more is to be told. */
        boolean next();
    }

    private Retelling() {}

    static void tell(List<? extends Row> rows) {
        PriorityQueue<Row> open =
                new PriorityQueue<>(Comparator.comparingInt(Row::point).reversed());
        open.addAll(rows);
        for (Row row = open.poll(); row != null; row = open.poll()) {
            if (row.next()) {
                open.add(row);
            }
        }
    }
}
