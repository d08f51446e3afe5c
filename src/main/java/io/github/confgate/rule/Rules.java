package io.github.confgate.rule;

import io.github.confgate.change.Change;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.sheet.BuiltinSheets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every rule there is, sorted by id. */
public final class Rules {

    /** They look at all that a key holds, and at whether it is there. */
    private static final Set<RuleId> OF_WHOLE_VALUES = Set.of(
            new RuleId("key-removed-in-production"),
            new RuleId("secret-in-plain-text"),
            new RuleId("secret-suspected"));

    private final TreeMap<RuleId, Rule> byId;
    private final List<Rule> sorted;
    private final Needles needles;
    private final Set<RuleId> named;
    private final Supplier<List<Rule>> toldByTheGate;

    private Rules(Collection<? extends Rule> rules, Set<RuleId> named, Supplier<List<Rule>> toldByTheGate) {
        this.byId = new TreeMap<>();
        this.named = Set.copyOf(named);
        this.toldByTheGate = toldByTheGate;
        rules.forEach(rule -> byId.put(rule.sheet().id(), rule));
        this.sorted = List.copyOf(byId.values());
        this.needles = new Needles(sorted);
    }

    /** The rules that come with confgate. Their examples are left out, which takes reading them off every start. */
    public static Rules builtin() {
        return new Rules(BuiltinSheets.withoutExamples(), BuiltinSheets.ids(), new Later());
    }

    /** The rules that come with confgate, with their examples. */
    public static Rules documented() {
        return of(BuiltinSheets.complete());
    }

    public static Rules of(Collection<? extends Rule> rules) {
        return new Rules(rules, Set.of(), List::of);
    }

    /** The words of the gate's own findings, which few checks need: read when the first is asked for. */
    private static final class Later implements Supplier<List<Rule>> {
        private @Nullable List<Rule> rules;

        @Override
        public synchronized List<Rule> get() {
            List<Rule> read = rules;
            if (read == null) {
                read = BuiltinSheets.toldByTheGate();
                rules = read;
            }
            return read;
        }
    }

    /** One rule that judges alone; a policy may name those that come with confgate as well. */
    public static Rules alone(Rule rule) {
        return new Rules(List.of(rule), BuiltinSheets.ids(), List::of);
    }

    /** These rules and a team's own; a sheet of the same id takes the place of a built-in one. */
    public Rules with(List<? extends Rule> own) {
        List<Rule> all = new ArrayList<>(byId.values());
        all.addAll(own);
        return new Rules(all, named, toldByTheGate);
    }

    public List<Rule> all() {
        TreeMap<RuleId, Rule> all = new TreeMap<>();
        toldByTheGate.get().forEach(rule -> all.put(rule.sheet().id(), rule));
        all.putAll(byId);
        return List.copyOf(all.values());
    }

    public List<RuleSheet> sheets() {
        return all().stream().map(Rule::sheet).toList();
    }

    public Optional<Rule> find(RuleId id) {
        Rule rule = byId.get(id);
        return rule != null || !named.contains(id)
                ? Optional.ofNullable(rule)
                : toldByTheGate.get().stream()
                        .filter(each -> each.sheet().id().equals(id))
                        .findFirst();
    }

    /** Whether a policy may name it. */
    public boolean isKnown(RuleId id) {
        return byId.containsKey(id) || named.contains(id);
    }

    /** Whether a sheet with {@code high-risk: true} matches the key; also one that a policy disables. */
    public boolean highRisk(Facts facts) {
        return candidates(facts.change()).stream().anyMatch(rule -> rule.isHighRisk(facts));
    }

    /** The rules that may have something to say of a change, by id. */
    private List<Rule> candidates(Change change) {
        List<FoldedKey> keys = new ArrayList<>(2);
        keys.add(FoldedKey.of(change.key()));
        if (change.kind() == Change.Kind.MOVED) {
            change.before().ifPresent(old -> keys.add(FoldedKey.of(old.key())));
        }
        List<Rule> candidates = new ArrayList<>();
        BitSet numbers = needles.in(keys);
        for (int i = numbers.nextSetBit(0); i >= 0; i = numbers.nextSetBit(i + 1)) {
            candidates.add(sorted.get(i));
        }
        return candidates;
    }

    /** What the rules say of one change, weighed; sorted by rule id, one finding a rule. */
    public List<Finding> judge(Facts facts, RuleSettings settings) {
        List<Facts> options = Options.of(facts);
        List<Finding> found = judge(facts, options, settings);
        if (options.isEmpty()) {
            return found;
        }
        TreeMap<RuleId, Finding> all = new TreeMap<>();
        found.forEach(finding -> all.put(finding.rule(), finding));
        for (Facts option : options) {
            for (Finding finding : judge(option, List.of(), settings)) {
                if (!OF_WHOLE_VALUES.contains(finding.rule())
                        && !finding.sheet().area().equals("promotion")) {
                    all.putIfAbsent(finding.rule(), finding.about(facts));
                }
            }
        }
        // What a setting says more exactly than the whole is said once.
        Set<RuleId> ids = Set.copyOf(all.keySet());
        all.keySet().removeIf(id -> find(id).stream()
                .anyMatch(rule -> rule.yieldsTo().stream().anyMatch(ids::contains)));
        return List.copyOf(all.values());
    }

    private List<Finding> judge(Facts facts, List<Facts> options, RuleSettings settings) {
        if (facts.change().isSpelling()) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        List<Rule> fired = new ArrayList<>();
        List<Rule> candidates = candidates(facts.change());
        for (Rule rule : candidates) {
            if (!settings.disabled().contains(rule.sheet().id())) {
                Iterator<Finding> first = rule.find(facts).iterator();
                if (first.hasNext()) {
                    found.add(first.next());
                    fired.add(rule);
                }
            }
        }
        if (found.isEmpty()) {
            return found;
        }
        boolean highRisk = isHighRisk(facts, candidates, settings)
                || options.stream().anyMatch(option -> isHighRisk(option, candidates(option.change()), settings));
        Set<RuleId> ids = new HashSet<>();
        fired.forEach(rule -> ids.add(rule.sheet().id()));
        List<Finding> weighed = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            Rule rule = fired.get(i);
            if (rule.yieldsTo().stream().noneMatch(ids::contains)) {
                Finding finding = rule.weigh(found.get(i), highRisk, settings);
                weighed.add(
                        settings.isNew(rule.sheet())
                                ? finding.withSeverity(finding.severity().atMost(Severity.LOW))
                                : finding);
            }
        }
        return weighed;
    }

    private static boolean isHighRisk(Facts facts, List<Rule> candidates, RuleSettings settings) {
        return candidates.stream().anyMatch(rule -> !settings.isNew(rule.sheet()) && rule.isHighRisk(facts));
    }
}
