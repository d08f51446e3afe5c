package io.github.confgate.verdict.trust;

import io.github.confgate.document.KeyPath;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleId;
import io.github.confgate.rule.RuleSettings;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds rules that are gone, off or milder. */
final class RulesWeakened {

    private static final KeyPath KEY = Weakening.key("rules");

    private RulesWeakened() {}

    static List<Weakening> find(PolicyComparison policies) {
        RuleSettings old = policies.old().rules();
        RuleSettings now = policies.now().rules();
        List<Weakening> found = new ArrayList<>();
        for (RuleId id : new TreeSet<>(now.disabled())) {
            if (!old.disabled().contains(id)) {
                found.add(
                        Weakening.gained(KEY.name("disable").name(id.value()), id, "this rule finds nothing any more"));
            }
        }
        for (RuleSheet sheet : policies.rules().sheets()) {
            Optional<RuleSheet> after = policies.rulesNow().find(sheet.id()).map(Rule::sheet);
            if (after.isEmpty()) {
                found.add(Weakening.lost(KEY.name("sheets"), sheet.id(), "this rule of your own is there no longer"));
            } else if (!now.disabled().contains(sheet.id())) {
                severity(sheet, after.get(), old, now, found);
            }
        }
        for (RuleSheet sheet : policies.rulesNow().sheets()) {
            boolean took = policies.rules()
                    .find(sheet.id())
                    .filter(rule -> sheet.isOwn() && !rule.sheet().isOwn())
                    .isPresent();
            if (took) {
                found.add(Weakening.gained(
                        KEY.name("sheets"), sheet.id(), "a sheet of your own takes the place of the built-in one"));
            }
        }
        version(policies, found);
        return found;
    }

    private static void severity(
            RuleSheet sheet, RuleSheet sheetNow, RuleSettings old, RuleSettings now, List<Weakening> found) {
        Severity before = old.severities().getOrDefault(sheet.id(), most(sheet));
        Severity after = now.severities().getOrDefault(sheet.id(), sheetNow.severity());
        boolean told =
                now.severities().containsKey(sheet.id()) || old.severities().containsKey(sheet.id());
        if (told && after.compareTo(before) < 0) {
            found.add(Weakening.of(
                    KEY.name("severity").name(sheet.id().value()), before.id(), after.id(), "this rule weighs less"));
        }
    }

    /** A skipped promotion of a high-risk key weighs more than its sheet says, as long as the policy says nothing. */
    private static Severity most(RuleSheet sheet) {
        String id = sheet.id().value();
        return id.equals("promotion-skipped") || id.equals("promotion-same-commit")
                ? Severity.CRITICAL
                : sheet.kind() == RuleSheet.Kind.PROMOTION ? Severity.HIGH : sheet.severity();
    }

    private static void version(PolicyComparison policies, List<Weakening> found) {
        int before = policies.old().rules().version();
        int after = policies.now().rules().version();
        boolean felt = policies.rulesNow().sheets().stream()
                .anyMatch(sheet -> !sheet.isOwn() && sheet.since() > after && sheet.since() <= before);
        if (felt) {
            found.add(new Weakening(
                    KEY.name("version"),
                    before == RuleSettings.NEWEST ? null : String.valueOf(before),
                    String.valueOf(after),
                    "newer rules weigh at most `low`"));
        }
    }
}
