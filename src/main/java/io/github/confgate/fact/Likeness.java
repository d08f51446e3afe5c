package io.github.confgate.fact;

/** How alike two files of a family are: the same region counts most, then how much of their paths is the same. */
final class Likeness {

    private static final int SAME_REGION = 10_000;
    private static final int NO_REGION = 5_000;
    private static final int MOST_OF_PATH = 4_000;

    private Likeness() {}

    static int of(Placement a, Placement b) {
        int regions = suffix(a).equals(suffix(b)) ? SAME_REGION : suffix(b).isEmpty() ? NO_REGION : 0;
        int limit = Math.min(a.path().length(), b.path().length());
        int same = 0;
        while (same < limit && a.path().charAt(same) == b.path().charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < limit - same
                && a.path().charAt(a.path().length() - 1 - tail)
                        == b.path().charAt(b.path().length() - 1 - tail)) {
            tail++;
        }
        return regions + Math.min(same + tail, MOST_OF_PATH);
    }

    private static String suffix(Placement placement) {
        Environment environment = placement.environment();
        return environment == null
                ? ""
                : environment.name().substring(environment.stage().length());
    }
}
