package io.github.confgate.rule.check;

/** Tells a slip of the fingers from another name. */
final class Spellings {

    private static final int LONG = 9;

    private Spellings() {}

    /**
     * Whether a slip makes one of the other: a letter too many, too few or wrong, or two in the wrong order; in long names
     * two slips. A digit, a plural, or the way that words are joined is no slip.
     */
    static boolean areNear(String a, String b) {
        String one = Siblings.folded(a);
        String other = Siblings.folded(b);
        int longer = Math.max(one.length(), other.length());
        if (Math.min(one.length(), other.length()) < 5
                || Math.abs(one.length() - other.length()) > 1
                || one.equals(other)) {
            return false;
        }
        if (one.equals(other + "s") || other.equals(one + "s") || isOfDigits(one, other)) {
            return false;
        }
        int distance = distance(one, other, 2);
        return distance == 1 || (distance == 2 && longer >= LONG && sameEnds(one, other));
    }

    private static boolean sameEnds(String a, String b) {
        return a.charAt(0) == b.charAt(0) && a.charAt(a.length() - 1) == b.charAt(b.length() - 1);
    }

    /** Whether digits are all that differs. */
    private static boolean isOfDigits(String a, String b) {
        return a.chars().anyMatch(Character::isDigit) || b.chars().anyMatch(Character::isDigit);
    }

    /** Damerau and Levenshtein's distance, of neighbours in the wrong order as one; {@code most + 1} where it is more. */
    static int distance(String a, String b, int most) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            int best = Integer.MAX_VALUE;
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                } else {
                    int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                    table[i][j] =
                            Math.min(Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1), table[i - 1][j - 1] + same);
                    boolean swapped =
                            i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                    if (swapped) {
                        table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                    }
                }
                best = Math.min(best, table[i][j]);
            }
            if (best > most) {
                return most + 1;
            }
        }
        return table[a.length()][b.length()];
    }
}
