package io.github.confgate.verdict;

import io.github.confgate.rule.Finding;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A finding and what the gate makes of it.
 *
 * @param change the id of the change that it is about: {@code c1}; null when it is about none, as a waiver that expired
 * @param waiver why it is accepted; null unless the decision is {@code WAIVED}
 */
public record Decided(
        Finding finding,
        @Nullable String change,
        String fingerprint,
        Decision decision,
        @Nullable Waiver waiver) {

    /** The same finding with another decision, which is no waiver. */
    public Decided with(Decision other) {
        return new Decided(finding, change, fingerprint, other, null);
    }

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
