package io.github.confgate.inspection;

import io.github.confgate.fact.java.CodeCaches;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.verdict.ApprovalSource;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to inspect.
 *
 * @param policy a policy file of the caller's own; null for that of the base revision
 * @param failOn severity from which findings block; null for the policy's
 * @param at the time that is now: a soak ends, a freeze is on, a waiver is over
 * @param approvals who knows what people have accepted; null when nobody does
 * @param baseline a file with the fingerprints of what was there before; null when there is none
 * @param code what earlier runs have seen of Java code
 */
public record InspectionRequest(
        RangeRequest range,
        @Nullable Path policy,
        @Nullable Severity failOn,
        Instant at,
        @Nullable ApprovalSource approvals,
        @Nullable Path baseline,
        CodeCaches code) {

    /** Nothing is kept between runs. */
    public InspectionRequest(
            RangeRequest range,
            @Nullable Path policy,
            @Nullable Severity failOn,
            Instant at,
            @Nullable ApprovalSource approvals,
            @Nullable Path baseline) {
        this(range, policy, failOn, at, approvals, baseline, CodeCaches.none());
    }

    public InspectionRequest(RangeRequest range, @Nullable Path policy, @Nullable Severity failOn, Instant at) {
        this(range, policy, failOn, at, null, null);
    }
}
