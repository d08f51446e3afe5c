package io.github.confgate.inspection;

import io.github.confgate.rule.Severity;
import io.github.confgate.source.RangeRequest;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to inspect.
 *
 * @param policy a policy file of the caller's own; null for that of the base revision
 * @param failOn severity from which findings block; null for the policy's
 * @param at the time at which a soak ends
 */
public record InspectionRequest(
        RangeRequest range, @Nullable Path policy, @Nullable Severity failOn, Instant at) {}
