package io.github.confgate.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which of the known words a wrong one was meant to be. */
public final class Suggestion {

    private Suggestion() {}

    /** {@code , did you mean `x`?} for the nearest known word, when one is near; else the empty text. */
    public static String didYouMean(String wrong, Collection<String> known) {
        return nearest(wrong, known)
                .map(word -> ", did you mean `" + word + "`?")
                .orElse("");
    }

    /** The nearest known word, at most a third of its letters away. */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(wrong, word) <= Math.max(1, Math.min(word.length(), wrong.length()) / 3))
                .min(Comparator.comparingInt((String word) -> distance(wrong, word))
                        .thenComparing(word -> word));
    }

    /** Letters to insert, delete, replace or swap with their neighbour (optimal string alignment); long words count as far. */
    public static int distance(String a, String b) {
        if (a.length() > 64 || b.length() > 64) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
