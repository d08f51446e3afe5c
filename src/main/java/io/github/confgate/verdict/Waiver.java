package io.github.confgate.verdict;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A recorded decision to accept a finding.
 *
 * @param by who decided; empty when not known
 * @param reason may be empty where the policy asks for none
 * @param ticket may be empty
 * @param expires the last day on which it counts; null when it has none
 */
public record Waiver(
        Source source,
        String by,
        String reason,
        String ticket,
        @Nullable LocalDate expires) {

    /** Where it is recorded. */
    public enum Source {
        /** {@code waivers:} of the policy. */
        POLICY,
        /** A comment beside the value. */
        INLINE,
        /** A trailer of a commit's message. */
        TRAILER,
        /** A review or a label on the head commit. */
        APPROVAL;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
