package io.github.confgate.verdict;

import io.github.confgate.rule.Finding;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A finding and what the gate makes of it.
 *
 * @param change the id of the change that it is about: {@code c1}
 * @param waiver why it is accepted; null unless the decision is {@code WAIVED}
 */
public record Decided(
        Finding finding,
        String change,
        String fingerprint,
        Decision decision,
        @Nullable Waiver waiver) {

    /** What the gate makes of a finding. */
    public enum Decision {
        BLOCK,
        WARN,
        WAIVED,
        BASELINE;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
