package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSettings;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Weight;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A rule that looks at the changes of a range together, once, and says what it has to say at one of them. */
interface RangeRule extends Rule {

    /** Looks at all changes, in their order; those without a value to judge and other spellings are left out. */
    void look(List<Facts> changes, Said said);

    @Override
    default Stream<Finding> find(Facts facts) {
        Said said = facts.all().once(getClass(), () -> {
            Said all = new Said(this);
            List<Facts> judged =
                    facts.all().once(RangeRule.class, () -> judged(facts.all().everything()));
            if (!judged.isEmpty()) {
                look(judged, all);
            }
            return all;
        });
        return Stream.ofNullable(said.findings.get(facts.change()));
    }

    private static List<Facts> judged(List<Facts> changes) {
        return changes.stream()
                .filter(each -> !each.change().isUnread()
                        && !each.change().isSpelling()
                        && !isDashboard(each.change().path()))
                .toList();
    }

    /** A tool writes them, and their keys mean nothing to what runs. */
    private static boolean isDashboard(String path) {
        return path.toLowerCase(Locale.ROOT).contains("dashboard");
    }

    /** A check may say that what it found weighs less than its sheet says. */
    @Override
    default Finding weigh(Finding finding, boolean highRisk, RuleSettings settings) {
        Severity severity = Weight.ofRule(sheet(), finding.subject(), highRisk, settings);
        return finding.withSeverity(
                finding.severity() == sheet().severity() ? severity : severity.atMost(finding.severity()));
    }

    /** The findings so far, one a change; what was said first of a change stays. */
    final class Said {
        private final Rule rule;
        private final IdentityHashMap<Change, Finding> findings = new IdentityHashMap<>();

        Said(Rule rule) {
            this.rule = rule;
        }

        void at(Facts facts, String message, Finding.Related... related) {
            at(facts, rule.sheet().severity(), message, related);
        }

        /** @param severity at most that of the sheet */
        void at(Facts facts, Severity severity, String message, Finding.Related... related) {
            findings.putIfAbsent(
                    facts.change(),
                    new Finding(
                            rule.sheet(),
                            severity,
                            rule.sheet().confidence(),
                            facts,
                            facts.change().region(),
                            message,
                            List.of(related)));
        }

        boolean isSilent(Facts facts) {
            return !findings.containsKey(facts.change());
        }
    }
}
