package io.github.confgate.inspection;

import io.github.confgate.change.Masking;
import io.github.confgate.document.KeyPath;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.fact.Surroundings;
import io.github.confgate.rule.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes patterns of the keys that always differed between environments. A pattern begins with {@code **} where several
 * keys with the same last names differ; it never matches a key that was equal once.
 */
final class SpecificKeys {

    private static final int MOST = 40;
    private static final int SEVERAL = 3;

    private final List<PolicyDraft.Differing> plain = new ArrayList<>();
    private final List<PolicyDraft.Differing> highRisk = new ArrayList<>();

    /** The keys of one pattern. */
    private static final class Group {
        private final KeyPattern pattern;
        private final Set<String> keys = new HashSet<>();
        private final List<KeyPair> pairs = new ArrayList<>();

        Group(KeyPattern pattern) {
            this.pattern = pattern;
        }

        PolicyDraft.Differing found() {
            Set<String> documents = new HashSet<>();
            pairs.forEach(pair -> documents.add(pair.path()));
            Instant since = pairs.stream()
                    .flatMap(pair -> pair.since().stream())
                    .min(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
            int commits = pairs.stream().mapToInt(KeyPair::commits).sum();
            return new PolicyDraft.Differing(pattern.text(), documents.size(), commits, since);
        }
    }

    private SpecificKeys() {}

    /** @param end when history ends */
    static SpecificKeys of(DocumentPairs pairs, MappedHosts hosts, Rules rules, Instant end) {
        Set<String> met = new HashSet<>();
        pairs.equal().forEach(key -> addAll(met, key));
        List<KeyPair> candidates = new ArrayList<>();
        for (KeyPair pair : pairs.differing()) {
            if (pair.alwaysDiffered(end) && !hosts.explain(pair)) {
                candidates.add(pair);
            } else {
                addAll(met, pair.change().key());
            }
        }
        Map<String, Group> groups = groups(candidates, met);
        SpecificKeys found = new SpecificKeys();
        for (Group group : chosen(candidates, groups)) {
            boolean risky = group.pairs.stream().anyMatch(pair -> rules.highRisk(facts(pair)));
            (risky ? found.highRisk : found.plain).add(group.found());
        }
        return found;
    }

    private static void addAll(Set<String> met, KeyPath key) {
        KeyPattern.of(key).forEach(pattern -> met.add(pattern.folded()));
    }

    /** All that a pattern would match, for every pattern that matches no key that was equal once. */
    private static Map<String, Group> groups(List<KeyPair> candidates, Set<String> met) {
        Map<String, Group> groups = new TreeMap<>();
        for (KeyPair pair : candidates) {
            List<KeyPattern> patterns = KeyPattern.of(pair.change().key());
            for (KeyPattern pattern : patterns) {
                if (!met.contains(pattern.folded())) {
                    Group group = groups.computeIfAbsent(pattern.folded(), folded -> new Group(pattern));
                    group.keys.add(patterns.get(patterns.size() - 1).folded());
                }
            }
        }
        return groups;
    }

    /** Each key goes with the widest pattern that enough keys speak for. */
    private static Collection<Group> chosen(List<KeyPair> candidates, Map<String, Group> groups) {
        Map<String, Group> chosen = new TreeMap<>();
        for (KeyPair pair : candidates) {
            for (KeyPattern pattern : KeyPattern.of(pair.change().key())) {
                Group group = groups.get(pattern.folded());
                if (group != null && (!pattern.wide() || group.keys.size() >= SEVERAL)) {
                    group.pairs.add(pair);
                    chosen.put(pattern.folded(), group);
                    break;
                }
            }
        }
        return chosen.values();
    }

    /** Keys that a policy may list, those of most documents first. */
    List<PolicyDraft.Differing> plain() {
        return mostFrequent(plain);
    }

    /** Keys that are dangerous in themselves. */
    List<PolicyDraft.Differing> highRisk() {
        return mostFrequent(highRisk);
    }

    private static List<PolicyDraft.Differing> mostFrequent(List<PolicyDraft.Differing> found) {
        return found.stream()
                .sorted(Comparator.comparingInt(PolicyDraft.Differing::documents)
                        .thenComparingInt(PolicyDraft.Differing::commits)
                        .reversed()
                        .thenComparing(PolicyDraft.Differing::glob))
                .limit(MOST)
                .toList();
    }

    /** The key as rules ask for it, as if the value of the environment before came over. */
    private static Facts facts(KeyPair pair) {
        Environment environment = Environment.of(pair.to());
        return new Facts(
                pair.change(),
                new Masking().mask(pair.change()),
                environment,
                List.of(environment),
                List.of(Promotion.of(Promotion.Status.SKIPPED, Environment.of(pair.from()))),
                List.of(),
                0,
                List.of(pair.from()),
                true,
                List::of,
                Surroundings.none());
    }
}
