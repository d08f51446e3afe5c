package io.github.confgate.rule;

import io.github.confgate.change.Change;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.fact.Promotion.Match;
import io.github.confgate.fact.Promotion.Status;
import java.util.Set;

/** How severe a finding is, given where the value has been and how near production it is. */
public final class Weight {

    /** A secret in the open or a value of another environment is as wrong before production as in it. */
    private static final Set<RuleId> EQUAL_EVERYWHERE =
            Set.of(new RuleId("secret-in-plain-text"), new RuleId("endpoint-in-another-environment"));

    /** Rules about order and names, which are others even where each item says what it said. */
    private static final Set<RuleId> BEYOND_VALUES = Set.of(
            new RuleId("first-match-reordered"),
            new RuleId("rule-widened"),
            new RuleId("reference-undefined"),
            new RuleId("key-misspelt"));

    private Weight() {}

    /**
     * The severity of a rule of kind {@code value} or {@code change}.
     *
     * @param highRisk whether the key is dangerous in itself
     */
    public static Severity ofRule(RuleSheet sheet, Facts facts, boolean highRisk, RuleSettings settings) {
        Severity severity = settings.severities().getOrDefault(sheet.id(), sheet.severity());
        if (sheet.kind() == RuleSheet.Kind.CHANGE && facts.promotion().status() == Status.PROMOTED) {
            boolean exact = facts.promotion().match() == Match.EXACT;
            severity = severity.atMost(exact || !highRisk ? Severity.LOW : Severity.MEDIUM);
        }
        if (sheet.kind() == RuleSheet.Kind.CHANGE) {
            severity = severity.atMost(mostOfRepair(facts.promotion()));
        }
        boolean leaves =
                facts.change().kind() == Change.Kind.REMOVED || facts.change().kind() == Change.Kind.MOVED;
        if (leaves && isWithoutEffect(facts) && !BEYOND_VALUES.contains(sheet.id())) {
            return Severity.INFO;
        }
        if (EQUAL_EVERYWHERE.contains(sheet.id())) {
            return severity;
        }
        return isCoveredEverywhere(facts) ? Severity.INFO : byPlace(severity, facts);
    }

    /** Taking a mistake back must not be harder than making it; what runs in one place already is half tried. */
    private static Severity mostOfRepair(Promotion promotion) {
        if (promotion.restores() != null) {
            return Severity.LOW;
        }
        return promotion.elsewhere() != null ? Severity.MEDIUM : Severity.CRITICAL;
    }

    /** The severity of a rule of kind {@code promotion} that speaks of one promotion of the change. */
    public static Severity ofPromotion(
            RuleSheet sheet, Facts facts, Promotion promotion, boolean highRisk, RuleSettings settings) {
        Severity severity = settings.promotionLevels().get(promotion.status());
        if (severity == null) {
            severity = settings.severities().get(sheet.id());
        }
        if (severity == null) {
            severity = ofStatus(promotion, facts.declared(), highRisk);
        }
        if (promotion.newToBoth()) {
            severity = severity.atMost(facts.declared() ? Severity.MEDIUM : Severity.LOW);
        }
        if (promotion.restores() != null || promotion.elsewhere() != null) {
            severity = severity.atMost(Severity.LOW);
        }
        if (isWithoutEffect(facts)) {
            severity = Severity.INFO;
        }
        return byPlace(severity, facts);
    }

    /** A layer says the same: the environment gets what it got. */
    private static boolean isWithoutEffect(Facts facts) {
        return facts.reaches().isEmpty()
                && (facts.environment() != null || facts.change().kind() == Change.Kind.MOVED);
    }

    /** A layer whose key every environment that takes it says for itself: nobody gets what it says. */
    private static boolean isCoveredEverywhere(Facts facts) {
        return facts.environment() == null
                && facts.reaches().isEmpty()
                && !facts.around()
                        .layers()
                        .place(facts.around().placement(facts.change()))
                        .isUnmapped();
    }

    private static Severity ofStatus(Promotion promotion, boolean declared, boolean highRisk) {
        boolean passedBy = promotion.status() == Status.SKIPPED || promotion.status() == Status.SAME_COMMIT;
        if (highRisk) {
            return passedBy && declared ? Severity.CRITICAL : Severity.HIGH;
        }
        return switch (promotion.status()) {
            case SKIPPED, SAME_COMMIT -> declared ? Severity.HIGH : Severity.MEDIUM;
            case TOO_FRESH -> declared ? Severity.HIGH : Severity.LOW;
            case MOVED_ON -> {
                if (promotion.wentBack()) {
                    yield declared ? Severity.HIGH : Severity.MEDIUM;
                }
                yield declared ? Severity.MEDIUM : Severity.LOW;
            }
            case SHARED, NO_COUNTERPART -> declared ? Severity.MEDIUM : Severity.LOW;
            case NOT_GATED, ENVIRONMENT_SPECIFIC, PROMOTED -> Severity.INFO;
        };
    }

    private static Severity byPlace(Severity severity, Facts facts) {
        return switch (facts.distance()) {
            case 0 -> severity;
            case 1 -> severity.atMost(Severity.MEDIUM);
            default -> severity.atMost(Severity.LOW);
        };
    }
}
