package io.github.confgate.change;

/** Pairs what an alignment left over: in each gap between aligned items, the first with the first, and so on. */
final class Gaps {

    private Gaps() {}

    /** The partners of {@link ListMatcher#align}, with the items of gaps paired in their order. */
    static int[] fill(int[] partner, int beforeSize) {
        int[] filled = partner.clone();
        int low = 0;
        int start = 0;
        for (int j = 0; j <= partner.length; j++) {
            boolean end = j == partner.length;
            if (end || partner[j] >= 0) {
                int high = end ? beforeSize : partner[j];
                for (int i = low, k = start; i < high && k < j; i++, k++) {
                    filled[k] = i;
                }
                low = high + 1;
                start = j + 1;
            }
        }
        return filled;
    }
}
