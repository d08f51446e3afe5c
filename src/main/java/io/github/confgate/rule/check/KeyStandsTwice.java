package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.Duplicate;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.RuleSettings;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds changes that come of a key's standing twice in its map since this range: only the later one counts. */
record KeyStandsTwice(RuleSheet sheet) implements RangeRule {

    private record Place(String path, Duplicate duplicate) {}

    @Override
    public void look(List<Facts> changes, Said said) {
        Set<Place> told = new HashSet<>();
        // What went or is another says more than what came.
        List<Facts> ordered = Stream.concat(
                        changes.stream().filter(facts -> facts.change().kind() != Change.Kind.ADDED),
                        changes.stream().filter(facts -> facts.change().kind() == Change.Kind.ADDED))
                .toList();
        for (Facts facts : ordered) {
            String path = facts.change().path();
            for (Duplicate duplicate : facts.around().after().duplicates(path)) {
                if (isOf(duplicate, facts.change())
                        && isNew(duplicate, facts)
                        && told.add(new Place(path, duplicate))) {
                    String effect = facts.change().kind() == Change.Kind.ADDED
                            ? "only the later one counts"
                            : "the later one takes the place of what was there";
                    said.at(
                            facts,
                            duplicate.key() + " stands twice, on lines " + duplicate.shadowed() + " and "
                                    + duplicate.counts() + ": " + effect);
                }
            }
        }
        RepeatedItem.look(changes, said);
    }

    /** A key that goes was in the first of two maps; any other stands in the later one. */
    private static boolean isOf(Duplicate duplicate, Change change) {
        Optional<KeyPath> old = change.before().map(Leaf::key).filter(duplicate::holds);
        return change.kind() == Change.Kind.REMOVED
                ? old.isPresent()
                : change.after()
                        .filter(now ->
                                duplicate.holds(now.key()) && now.keyRegion().line() >= duplicate.counts())
                        .isPresent();
    }

    private static boolean isNew(Duplicate duplicate, Facts facts) {
        return facts.around().before().duplicates(facts.change().path()).stream()
                .noneMatch(old -> old.key().equals(duplicate.key()));
    }

    /** Two that are new together may say the same; one that takes the place of another does not. */
    @Override
    public Finding weigh(Finding finding, boolean highRisk, RuleSettings settings) {
        Finding weighed = RangeRule.super.weigh(finding, highRisk, settings);
        Facts facts = finding.subject();
        boolean production = facts.distance() == 0
                && (facts.environment() != null || !facts.reaches().isEmpty());
        boolean differs = facts.change().kind() != Change.Kind.ADDED;
        return differs && (highRisk || production)
                ? weighed
                : weighed.withSeverity(weighed.severity().atMost(Severity.MEDIUM));
    }
}
