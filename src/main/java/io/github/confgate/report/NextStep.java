package io.github.confgate.report;

import io.github.confgate.change.Change;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Promotion;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.source.Location;
import java.time.Duration;

/** What to do about a finding now. For a promotion this names the place and the time; else the sheet knows best. */
final class NextStep {
    private NextStep() {}

    static String of(Finding finding) {
        Promotion promotion = promotion(finding);
        Environment from = promotion.from();
        boolean ofPromotion = finding.sheet().kind() == RuleSheet.Kind.PROMOTION;
        if (!ofPromotion || from == null) {
            return Visible.prose(finding.sheet().instead());
        }
        String before = Visible.escape(from.name());
        boolean removal = finding.subject().change().kind() == Change.Kind.REMOVED && promotion.fallback() == null;
        return switch (promotion.status()) {
            case SKIPPED ->
                removal
                        ? "Remove the key from " + before + " first" + place(promotion) + passes(promotion)
                        : "Merge this to " + before + " first" + place(promotion) + passes(promotion);
            case SAME_COMMIT ->
                "Merge the change of " + before + " on its own first" + place(promotion) + passes(promotion);
            case TOO_FRESH ->
                promotion.known() == Promotion.Known.MERGED_ONLY
                        ? "Deploy it to " + before + " first" + place(promotion) + passes(promotion)
                        : "Wait for " + before + place(promotion) + remaining(promotion);
            case MOVED_ON ->
                "Find out why " + before + " went on to another value; merge this one there again" + place(promotion)
                        + passes(promotion);
            case NO_COUNTERPART ->
                "Add the key to " + before + " first" + place(promotion)
                        + ", or list it under `promotion: environment-specific` of the policy";
            case SHARED -> "Set the value in the files of one environment at a time, " + before + " first";
            case NOT_GATED, ENVIRONMENT_SPECIFIC, PROMOTED ->
                Visible.prose(finding.sheet().instead());
        };
    }

    /** The one that the rule speaks of; with several environments before, each may have a status of its own. */
    private static Promotion promotion(Finding finding) {
        return finding.subject().promotions().stream()
                .filter(each -> finding.rule()
                        .value()
                        .equals("promotion-" + each.status().id()))
                .findFirst()
                .orElse(finding.subject().promotion());
    }

    private static String place(Promotion promotion) {
        Location counterpart = promotion.counterpart();
        return counterpart == null
                ? ""
                : ": `" + Visible.escape(counterpart.path()) + ":"
                        + counterpart.region().line() + "`";
    }

    private static String passes(Promotion promotion) {
        Duration required = promotion.required();
        String done = promotion.known() == Promotion.Known.MERGED ? "merged" : "deployed";
        return required.isZero()
                ? "; passes once it is " + done + " there"
                : "; passes after it has soaked there for " + Time.span(required);
    }

    private static String remaining(Promotion promotion) {
        Duration soak = promotion.soak();
        if (soak == null || promotion.commit() == null) {
            return "";
        }
        return "; it has soaked " + Time.span(soak) + " of " + Time.span(promotion.required()) + ", passes after "
                + Time.point(promotion.commit().time().plus(promotion.required()));
    }
}
