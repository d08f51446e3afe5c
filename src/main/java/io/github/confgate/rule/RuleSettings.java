package io.github.confgate.rule;

import io.github.confgate.fact.Promotion;
import java.util.Map;
import java.util.Set;

/**
 * What a policy changes about the rules.
 *
 * @param version of the built-in rules that counts in full: what came later is at most {@code low}
 */
public record RuleSettings(
        Set<RuleId> disabled,
        Map<RuleId, Severity> severities,
        Map<Promotion.Status, Severity> promotionLevels,
        int version) {

    /** Every built-in rule counts in full. */
    public static final int NEWEST = Integer.MAX_VALUE;

    public RuleSettings {
        disabled = Set.copyOf(disabled);
        severities = Map.copyOf(severities);
        promotionLevels = Map.copyOf(promotionLevels);
    }

    public RuleSettings(
            Set<RuleId> disabled, Map<RuleId, Severity> severities, Map<Promotion.Status, Severity> promotionLevels) {
        this(disabled, severities, promotionLevels, NEWEST);
    }

    public static RuleSettings none() {
        return new RuleSettings(Set.of(), Map.of(), Map.of());
    }

    /** Whether a rule is newer than what the policy has accepted. */
    boolean isNew(RuleSheet sheet) {
        return !sheet.isOwn() && sheet.since() > version;
    }
}
