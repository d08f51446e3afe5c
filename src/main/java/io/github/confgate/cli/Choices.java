package io.github.confgate.cli;

import io.github.confgate.source.UsageException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Words of which one is to be chosen, and what somebody meant who wrote another. */
final class Choices {
    private Choices() {}

    static String pick(String option, String value, List<String> allowed) {
        if (allowed.contains(value)) {
            return value;
        }
        String all = String.join(", ", allowed);
        throw new UsageException(option + " is one of " + all + ", not '" + value + "'." + didYouMean(value, allowed));
    }

    /** {@code " Did you mean 'check'?"}, or nothing where no word is near. */
    static String didYouMean(String value, Collection<String> words) {
        return nearest(value, words)
                .map(word -> " Did you mean '" + word + "'?")
                .orElse("");
    }

    private static Optional<String> nearest(String value, Collection<String> words) {
        int limit = Math.max(2, value.length() / 3);
        return words.stream()
                .filter(word -> distance(value, word) <= limit)
                .min(Comparator.comparingInt((String word) -> distance(value, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The number of letters to insert, remove or replace. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
