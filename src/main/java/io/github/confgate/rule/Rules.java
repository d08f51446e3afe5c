package io.github.confgate.rule;

import io.github.confgate.fact.Facts;
import io.github.confgate.rule.sheet.BuiltinSheets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every rule there is, sorted by id. */
public final class Rules {

    private final TreeMap<RuleId, Rule> byId;

    private Rules(Collection<? extends Rule> rules) {
        this.byId = new TreeMap<>();
        rules.forEach(rule -> byId.put(rule.sheet().id(), rule));
    }

    /** The rules that come with confgate. Their examples are left out, which takes reading them off every start. */
    public static Rules builtin() {
        return of(BuiltinSheets.withoutExamples());
    }

    /** The rules that come with confgate, with their examples. */
    public static Rules documented() {
        return of(BuiltinSheets.complete());
    }

    public static Rules of(Collection<? extends Rule> rules) {
        return new Rules(rules);
    }

    /** These rules and a team's own; a sheet of the same id takes the place of a built-in one. */
    public Rules with(List<? extends Rule> own) {
        List<Rule> all = new ArrayList<>(byId.values());
        all.addAll(own);
        return new Rules(all);
    }

    public List<Rule> all() {
        return List.copyOf(byId.values());
    }

    public List<RuleSheet> sheets() {
        return byId.values().stream().map(Rule::sheet).toList();
    }

    public Optional<Rule> find(RuleId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Whether a sheet with {@code high-risk: true} matches the key; also one that a policy disables. */
    public boolean highRisk(Facts facts) {
        return byId.values().stream().anyMatch(rule -> rule.isHighRisk(facts));
    }

    /** What the rules say of one change, weighed; sorted by rule id, one finding a rule. */
    public List<Finding> judge(Facts facts, RuleSettings settings) {
        if (facts.change().isSpelling()) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        List<Rule> fired = new ArrayList<>();
        for (Rule rule : byId.values()) {
            if (!settings.disabled().contains(rule.sheet().id())) {
                rule.find(facts).findFirst().ifPresent(finding -> {
                    found.add(finding);
                    fired.add(rule);
                });
            }
        }
        if (found.isEmpty()) {
            return found;
        }
        boolean highRisk = highRisk(facts);
        Set<RuleId> ids = new HashSet<>();
        fired.forEach(rule -> ids.add(rule.sheet().id()));
        List<Finding> weighed = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            Rule rule = fired.get(i);
            if (rule.yieldsTo().stream().noneMatch(ids::contains)) {
                weighed.add(rule.weigh(found.get(i), highRisk, settings));
            }
        }
        return weighed;
    }
}
