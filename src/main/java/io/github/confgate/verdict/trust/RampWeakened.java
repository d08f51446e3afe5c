package io.github.confgate.verdict.trust;

import java.util.List;

/** Finds a larger step: more is opened at once without a word. */
final class RampWeakened {

    private RampWeakened() {}

    static List<Weakening> find(int old, int now) {
        return now > old
                ? List.of(Weakening.of(
                        Weakening.key("ramp", "step"), old, now, "shares of traffic may grow by more at once"))
                : List.of();
    }
}
