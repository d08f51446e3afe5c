package io.github.confgate.rule.sheet;

import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleId;
import io.github.confgate.rule.RuleSheet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A rule that is its sheet: a {@code match:} block and a message. */
record SheetRule(RuleSheet sheet, Condition match, Message message, Set<RuleId> yieldsTo) implements Rule {

    SheetRule {
        yieldsTo = Set.copyOf(yieldsTo);
    }

    @Override
    public Stream<Finding> find(Facts facts) {
        for (Subject subject : Subject.of(facts)) {
            if (match.holds(subject)) {
                return Stream.of(finding(subject));
            }
        }
        return Stream.empty();
    }

    @Override
    public boolean isHighRisk(Facts facts) {
        if (sheet.highRisk()) {
            for (Subject subject : Subject.of(facts)) {
                if (match.holdsOfKey(subject)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public List<String> needles() {
        return match.needles();
    }

    private Finding finding(Subject subject) {
        return Finding.of(sheet, subject.facts(), message.of(subject));
    }
}
