package io.github.confgate.verdict;

import java.util.Locale;

/** What the gate says of a range. */
public enum Verdict {
    PASS,
    BLOCK,
    UNDETERMINED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
