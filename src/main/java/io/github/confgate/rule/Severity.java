package io.github.confgate.rule;

import java.util.Locale;
import java.util.Optional;

/** How bad it is if the finding is right, mildest first. */
public enum Severity {
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Severity> of(String id) {
        for (Severity severity : values()) {
            if (severity.id().equals(id)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }

    public boolean atLeast(Severity other) {
        return compareTo(other) >= 0;
    }

    /** The milder of the two. */
    public Severity atMost(Severity other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
