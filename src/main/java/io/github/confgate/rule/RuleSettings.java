package io.github.confgate.rule;

import io.github.confgate.fact.Promotion;
import java.util.Map;
import java.util.Set;

/** What a policy changes about the rules. */
public record RuleSettings(
        Set<RuleId> disabled, Map<RuleId, Severity> severities, Map<Promotion.Status, Severity> promotionLevels) {

    public RuleSettings {
        disabled = Set.copyOf(disabled);
        severities = Map.copyOf(severities);
        promotionLevels = Map.copyOf(promotionLevels);
    }

    public static RuleSettings none() {
        return new RuleSettings(Set.of(), Map.of(), Map.of());
    }
}
