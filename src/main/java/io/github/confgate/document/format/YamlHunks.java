package io.github.confgate.document.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which lines of two texts differ, found from the top by where the next few lines agree again. Not the least that can be
 * told, but in time that a large change does not blow up.
 */
final class YamlHunks {

    private static final int MOST = 256;
    private static final int FAR = 300;
    private static final int AGREE = 3;

    /**
     * Old lines that are other lines now, 1-based and both included; where lines only came or went, the line above is one
     * of them.
     *
     * @param more how many more lines the new text has
     * @param column the leftmost of the new lines, 1-based; the largest number where they are all blank or comments
     */
    record Hunk(int first, int last, int more, int column) {}

    private final byte[] text;
    private final int[] starts;
    private final byte[] newText;
    private final int[] newStarts;

    YamlHunks(byte[] text, int[] starts, byte[] newText, int[] newStarts) {
        this.text = text;
        this.starts = starts;
        this.newText = newText;
        this.newStarts = newStarts;
    }

    /**
     * What differs.
     *
     * @param same how many lines at the beginning of both are equal
     * @param sameEnd at the end
     */
    List<Hunk> between(int same, int sameEnd) {
        int end = starts.length - sameEnd;
        int newEnd = newStarts.length - sameEnd;
        List<Hunk> hunks = new ArrayList<>();
        int i = same;
        int j = same;
        while (i < end || j < newEnd) {
            if (i < end && j < newEnd && areEqual(i, j)) {
                i++;
                j++;
                continue;
            }
            int[] skip = hunks.size() + 1 < MOST ? skip(i, j, end, newEnd) : new int[] {end - i, newEnd - j};
            hunks.add(hunk(i, i + skip[0], j, j + skip[1]));
            i += skip[0];
            j += skip[1];
        }
        return hunks;
    }

    /** How many lines of each to leave out until both agree. */
    private int[] skip(int i, int j, int end, int newEnd) {
        for (int both = 1; both <= FAR; both++) {
            for (int old = Math.max(0, both - (newEnd - j)); old <= Math.min(both, end - i); old++) {
                if (agree(i + old, j + both - old, end, newEnd)) {
                    return new int[] {old, both - old};
                }
            }
        }
        return new int[] {end - i, newEnd - j};
    }

    private boolean agree(int i, int j, int end, int newEnd) {
        for (int n = 0; n < AGREE; n++) {
            if (i + n == end && j + n == newEnd) {
                return true;
            }
            if (i + n >= end || j + n >= newEnd || !areEqual(i + n, j + n)) {
                return false;
            }
        }
        return true;
    }

    private boolean areEqual(int i, int j) {
        return Arrays.equals(text, starts[i], end(starts, i, text), newText, newStarts[j], end(newStarts, j, newText));
    }

    private static int end(int[] starts, int line, byte[] text) {
        return line + 1 < starts.length ? starts[line + 1] : text.length;
    }

    private Hunk hunk(int from, int to, int newFrom, int newTo) {
        int column = Integer.MAX_VALUE;
        for (int line = newFrom; line < newTo; line++) {
            int i = newStarts[line];
            while (i < newText.length && newText[i] == ' ') {
                i++;
            }
            if (i < newText.length && newText[i] != '\n' && newText[i] != '#') {
                column = Math.min(column, i - newStarts[line] + 1);
            }
        }
        int first = from < to && newFrom < newTo ? from + 1 : Math.max(1, from);
        return new Hunk(first, Math.max(first, to), newTo - newFrom - (to - from), column);
    }
}
