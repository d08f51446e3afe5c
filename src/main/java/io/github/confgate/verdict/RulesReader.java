package io.github.confgate.verdict;

import io.github.confgate.document.TreeReader;
import io.github.confgate.fact.Promotion;
import io.github.confgate.rule.RuleId;
import io.github.confgate.rule.RuleSettings;
import io.github.confgate.rule.Severity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads {@code rules:} of a policy. */
final class RulesReader {

    private static final List<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::id).toList();

    private static final int MOST_VERSION = 99_999;

    private final Predicate<RuleId> isRule;

    RulesReader(Predicate<RuleId> isRule) {
        this.isRule = isRule;
    }

    /** Where the team's own sheets are; they are read before anything may name their rules. */
    static List<String> sheets(TreeReader root) {
        return root.map("rules").map(map -> map.texts("sheets")).orElse(List.of());
    }

    RuleSettings read(TreeReader root, Map<Promotion.Status, Severity> levels) {
        Optional<TreeReader> rules = root.map("rules").map(map -> map.only("disable", "severity", "sheets", "version"));
        Set<RuleId> disabled = new HashSet<>();
        Map<RuleId, Severity> severities = new HashMap<>();
        rules.ifPresent(map -> {
            map.texts("disable").forEach(id -> disabled.add(rule(map, "disable", id)));
            map.map("severity").ifPresent(each -> each.keys()
                    .forEach(id -> severities.put(rule(each, id, id), required(each, id))));
        });
        return new RuleSettings(
                disabled,
                severities,
                levels,
                rules.flatMap(map -> map.parsed("version", text -> LimitsReader.number(text, MOST_VERSION)))
                        .orElse(RuleSettings.NEWEST));
    }

    RuleId rule(TreeReader map, String key, String id) {
        if (!RuleId.isValid(id) || !isRule.test(new RuleId(id))) {
            throw map.at(key, "there is no rule `" + id + "`; `confgate rules list` names them");
        }
        return new RuleId(id);
    }

    static Optional<Severity> severity(TreeReader map, String key) {
        return map.oneOf(key, Severity::of, SEVERITIES);
    }

    static Severity required(TreeReader map, String key) {
        return severity(map, key).orElseThrow(() -> map.at(key, "a severity is missing"));
    }
}
