package io.github.confgate.rule;

import java.util.Arrays;
import java.util.List;

/**
 * The alternatives of a key glob at one place. Most begin with a letter, and of hundreds only those that begin with the
 * letter at hand are gone into.
 */
final class GlobWays {

    private final char[] heads; // ascending
    private final int[] behind; // the step behind each head
    private final int[] others;

    private GlobWays(char[] heads, int[] behind, int[] others) {
        this.heads = heads;
        this.behind = behind;
        this.others = others;
    }

    /** @param starts the first step of each alternative; of an empty one, of what stands behind all of them */
    static GlobWays of(List<Integer> starts, List<GlobStep> steps) {
        long[] letters = new long[starts.size()];
        int[] others = new int[starts.size()];
        int more = 0;
        int size = 0;
        for (int start : starts) {
            GlobStep step = steps.get(start);
            if (step.kind() == GlobStep.Kind.CHAR) {
                letters[size++] = ((long) step.c() << Integer.SIZE) + start + 1;
            } else {
                others[more++] = start;
            }
        }
        Arrays.sort(letters, 0, size);
        char[] heads = new char[size];
        int[] behind = new int[size];
        for (int i = 0; i < size; i++) {
            heads[i] = (char) (letters[i] >>> Integer.SIZE);
            behind[i] = (int) letters[i];
        }
        return new GlobWays(heads, behind, Arrays.copyOf(others, more));
    }

    /** The first steps that are no letter. */
    int[] others() {
        return others;
    }

    /** The place of the first alternative that begins with a letter; where none does, of one that begins with another. */
    int first(char letter) {
        int low = 0;
        int high = heads.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (heads[middle] < letter) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether the alternative at a place begins with a letter. */
    boolean beginsWith(int place, char letter) {
        return place < heads.length && heads[place] == letter;
    }

    /** The step behind the letter that the alternative at a place begins with. */
    int behind(int place) {
        return behind[place];
    }
}
