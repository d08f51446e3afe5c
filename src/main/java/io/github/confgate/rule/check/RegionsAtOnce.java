package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.RuleSettings;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds keys that change in several regions of production together. */
record RegionsAtOnce(RuleSheet sheet) implements RangeRule {

    private record What(String stage, KeyPath key, Change.Kind kind) {}

    @Override
    public void look(List<Facts> changes, Said said) {
        Map<What, Map<String, Facts>> regions = new LinkedHashMap<>();
        for (Facts facts : changes) {
            Environment environment = facts.environment();
            boolean repair =
                    facts.promotion().restores() != null || facts.promotion().elsewhere() != null;
            if (environment != null && facts.distance() == 0 && !facts.reaches().isEmpty() && !repair) {
                Change change = facts.change();
                KeyPath key = change.after().or(change::before).map(Leaf::key).orElse(KeyPath.ROOT);
                regions.computeIfAbsent(new What(environment.stage(), key, change.kind()), what -> new TreeMap<>())
                        .putIfAbsent(Regions.of(environment, change.path()), facts);
            }
        }
        regions.forEach((what, byRegion) -> {
            List<String> names = List.copyOf(byRegion.keySet());
            if (names.size() > 1) {
                Facts second = List.copyOf(byRegion.values()).get(1);
                said.at(
                        second,
                        what.key() + " changes in " + names.size() + " regions of " + what.stage()
                                + " at the same time: " + Shown.value(String.join(", ", names)));
            }
        });
    }

    /** Where the key is dangerous in itself a second region is what a fault could have been seen in. */
    @Override
    public Finding weigh(Finding finding, boolean highRisk, RuleSettings settings) {
        Finding weighed = RangeRule.super.weigh(finding, highRisk, settings);
        return highRisk ? weighed : weighed.withSeverity(weighed.severity().atMost(Severity.LOW));
    }
}
