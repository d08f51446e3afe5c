package io.github.confgate.source;

import java.util.Arrays;

/** Whole numbers one after another, four bytes each. Filled by one thread. */
public final class Numbers {

    private static final int SHORTEST = 4;

    private int[] values = {};
    private int size;

    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(SHORTEST, size * 2));
        }
        values[size++] = value;
    }

    /** The number at a place, 0-based. */
    public int get(int at) {
        return values[at];
    }

    public int size() {
        return size;
    }

    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** How many of the numbers, which must ascend, are below one: the place of it or of the next larger one. */
    public int below(int number) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
