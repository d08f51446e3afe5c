package io.github.confgate.report;

import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Promotion;
import io.github.confgate.inspection.Inspection;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.verdict.Decided;

/** What a whole report has to add, said once. */
final class Hints {
    private Hints() {}

    /** Tells a team that has not declared its pipeline what declaring it would do; else nothing. */
    static String of(Inspection inspection, Style style) {
        return inspection.findings().stream()
                .map(Decided::finding)
                .filter(finding -> !finding.subject().declared())
                .filter(finding -> finding.sheet().kind() == RuleSheet.Kind.PROMOTION)
                .filter(Hints::wouldWeighMore)
                .findFirst()
                .map(finding -> style.frame("note") + ": " + text(finding) + "\n")
                .orElse("");
    }

    private static boolean wouldWeighMore(Finding finding) {
        Promotion.Status status = finding.subject().promotion().status();
        return status == Promotion.Status.SKIPPED || status == Promotion.Status.SAME_COMMIT;
    }

    private static String text(Finding finding) {
        Environment from = finding.subject().promotion().from();
        Environment to = finding.subject().environment();
        String order = from == null || to == null
                ? "the pipeline was"
                : Visible.escape(from.name()) + " before " + Visible.escape(to.name()) + " was";
        return order + " detected from names; declare it in .confgate.yml (`after:`), and what skips it weighs more";
    }
}
