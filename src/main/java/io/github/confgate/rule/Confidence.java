package io.github.confgate.rule;

import java.util.Locale;
import java.util.Optional;

/** How sure the rule is that the finding is right, least first. */
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Confidence> of(String id) {
        for (Confidence confidence : values()) {
            if (confidence.id().equals(id)) {
                return Optional.of(confidence);
            }
        }
        return Optional.empty();
    }
}
