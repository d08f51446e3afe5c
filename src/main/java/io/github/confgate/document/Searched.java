package io.github.confgate.document;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;

/**
 * A long list that is made into a table by those who search it, when that begins to pay: most are asked for little only. To
 * its users it is like any other unmodifiable list.
 */
abstract class Searched<T> extends AbstractList<T> implements RandomAccess {

    /** A list of no more is searched from its beginning. */
    static final int SHORT = 16;

    private static final int SEARCHES = 8;

    private final List<T> all;
    private int searches; // threads may lose counts: the table is then made a little later

    /** @param all unmodifiable */
    Searched(List<T> all) {
        this.all = all;
    }

    /** Whether one more search is to be answered by a table. */
    final boolean isWorthTable() {
        return ++searches > SEARCHES;
    }

    @Override
    public final T get(int index) {
        return all.get(index);
    }

    @Override
    public final int size() {
        return all.size();
    }

    @Override
    public final Iterator<T> iterator() {
        return all.iterator();
    }
}
