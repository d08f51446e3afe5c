package io.github.confgate.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Aligns two lists of numbers (equal number, equal item) with few edits: exactly few where the lists are short, and in
 * time n log n where they are long, by the items that stand once in each (patience diff).
 */
final class ListMatcher {

    /** Cells of the table of the exact method: 4 MiB of ints. */
    private static final int TABLE = 1_000_000;

    /** How often a list is cut at anchors into gaps with anchors of their own; each time costs all of it once more. */
    private static final int CUTS = 32;

    private final int[] before;
    private final int[] after;
    private final int[] partner;

    private ListMatcher(int[] before, int[] after) {
        this.before = before;
        this.after = after;
        this.partner = new int[after.length];
        Arrays.fill(partner, -1);
    }

    /** For each item of {@code after}, the place of its equal in {@code before}, or -1; places only rise. */
    static int[] align(int[] before, int[] after) {
        ListMatcher matcher = new ListMatcher(before, after);
        matcher.align(0, before.length, 0, after.length, CUTS);
        return matcher.partner;
    }

    private void align(int from, int to, int start, int end, int cuts) {
        int low = from;
        int first = start;
        while (low < to && first < end && before[low] == after[first]) {
            partner[first++] = low++;
        }
        int high = to;
        int last = end;
        while (high > low && last > first && before[high - 1] == after[last - 1]) {
            partner[--last] = --high;
        }
        if (low == high || first == last) {
            return;
        }
        if ((long) (high - low) * (last - first) <= TABLE) {
            exact(low, high, first, last);
        } else if (cuts > 0) {
            byAnchors(low, high, first, last, cuts - 1);
        }
    }

    private void exact(int from, int to, int start, int end) {
        int rows = to - from;
        int columns = end - start;
        int[][] longest = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                longest[i][j] = before[from + i] == after[start + j]
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (before[from + i] == after[start + j]) {
                partner[start + j++] = from + i++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private void byAnchors(int from, int to, int start, int end, int cuts) {
        Map<Integer, Integer> once = new HashMap<>();
        for (int i = from; i < to; i++) {
            once.merge(before[i], i, (a, b) -> -1);
        }
        Map<Integer, Integer> seen = new HashMap<>();
        for (int j = start; j < end; j++) {
            seen.merge(after[j], 1, Integer::sum);
        }
        List<Integer> places = new ArrayList<>();
        List<Integer> sources = new ArrayList<>();
        for (int j = start; j < end; j++) {
            int source = seen.getOrDefault(after[j], 0) == 1 ? once.getOrDefault(after[j], -1) : -1;
            if (source >= 0) {
                places.add(j);
                sources.add(source);
            }
        }
        int low = from;
        int first = start;
        for (int anchor : longestRise(sources)) {
            partner[places.get(anchor)] = sources.get(anchor);
            // Without anchors a large gap stays unaligned: its items are then paired by their order.
            align(low, sources.get(anchor), first, places.get(anchor), cuts);
            low = sources.get(anchor) + 1;
            first = places.get(anchor) + 1;
        }
        if (first > start && (low < to || first < end)) {
            align(low, to, first, end, cuts);
        }
    }

    /** The indices of a longest strictly rising run of the values. */
    static List<Integer> longestRise(List<Integer> values) {
        int[] tails = new int[values.size()];
        int[] previous = new int[values.size()];
        int length = 0;
        for (int i = 0; i < values.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (values.get(tails[middle]) < values.get(i)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        List<Integer> run = new ArrayList<>();
        for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
            run.add(i);
        }
        Collections.reverse(run);
        return run;
    }
}
