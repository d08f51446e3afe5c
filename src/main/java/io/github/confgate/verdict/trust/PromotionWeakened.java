package io.github.confgate.verdict.trust;

import io.github.confgate.document.KeyPath;
import io.github.confgate.fact.Promotion.Status;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.Severity;
import io.github.confgate.verdict.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds values that need no promotion any more, and statuses that weigh less. */
final class PromotionWeakened {

    private static final KeyPath KEY = Weakening.key("promotion");

    private PromotionWeakened() {}

    static List<Weakening> find(Policy old, Policy now) {
        List<Weakening> found = new ArrayList<>();
        for (Status status : Status.values()) {
            Severity before = old.rules().promotionLevels().get(status);
            Severity after = now.rules().promotionLevels().get(status);
            if (isLower(after, before, status)) {
                found.add(new Weakening(
                        KEY.name("levels").name(status.id()),
                        before == null ? null : before.id(),
                        after == null ? null : after.id(),
                        "what is `" + status.id() + "` weighs less"));
            }
        }
        for (KeyGlob glob : now.environmentSpecific()) {
            if (!old.environmentSpecific().contains(glob)) {
                found.add(Weakening.gained(
                        KEY.name("environment-specific").name(glob.toString()),
                        glob,
                        "these keys need no promotion any more"));
            }
        }
        for (Map<String, String> pair : now.mapped()) {
            if (!old.mapped().contains(pair)) {
                found.add(Weakening.gained(
                        KEY.name("mapped"), new TreeMap<>(pair), "these values count as promoted from now on"));
            }
        }
        return found;
    }

    /** Without a level of its own a status weighs more for some keys than for others; the gap counts for the gate. */
    private static boolean isLower(@Nullable Severity after, @Nullable Severity before, Status status) {
        if (after == null) {
            return before != null && before.compareTo(least(status)) > 0;
        }
        return after.compareTo(before == null ? most(status) : before) < 0;
    }

    private static Severity most(Status status) {
        return switch (status) {
            case SKIPPED, SAME_COMMIT -> Severity.CRITICAL;
            case TOO_FRESH, MOVED_ON, SHARED, NO_COUNTERPART -> Severity.HIGH;
            case NOT_GATED, ENVIRONMENT_SPECIFIC, PROMOTED -> Severity.INFO;
        };
    }

    private static Severity least(Status status) {
        return switch (status) {
            case SKIPPED, SAME_COMMIT, TOO_FRESH -> Severity.HIGH;
            case MOVED_ON, SHARED, NO_COUNTERPART -> Severity.MEDIUM;
            case NOT_GATED, ENVIRONMENT_SPECIFIC, PROMOTED -> Severity.INFO;
        };
    }
}
