package io.github.confgate.rule.check;

import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds files of production that change while every commit speaks of one other environment, of which none changes. */
record MessageNamesAnotherEnvironment(RuleSheet sheet) implements RangeRule {

    @Override
    public void look(List<Facts> changes, Said said) {
        Facts first = changes.get(0);
        Optional<String> named = SpokenOf.environment(
                first.around().circumstances().messages().get(),
                first.around().environments().pipeline());
        if (named.isEmpty() || changes.stream().anyMatch(facts -> concerns(facts, named.get()))) {
            return;
        }
        Set<String> told = new HashSet<>();
        for (Facts facts : changes) {
            if (facts.environment() != null
                    && facts.distance() == 0
                    && told.add(facts.change().path())) {
                said.at(
                        facts,
                        "what is said of this change is about " + Shown.value(named.get()) + ", and its file is one of "
                                + Shown.place(facts));
            }
        }
    }

    private static boolean concerns(Facts facts, String stage) {
        Environment own = facts.environment();
        return (own == null && facts.reaches().isEmpty())
                || Stream.concat(Stream.ofNullable(own), facts.reaches().stream())
                        .anyMatch(each -> each.stage().equals(stage));
    }
}
