package io.github.confgate.rule;

import static io.github.confgate.rule.Severity.CRITICAL;
import static io.github.confgate.rule.Severity.HIGH;
import static io.github.confgate.rule.Severity.LOW;
import static io.github.confgate.rule.Severity.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.change.Change;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.fact.Promotion.Match;
import io.github.confgate.fact.Promotion.Status;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.Location;
import io.github.confgate.source.Region;
import io.github.confgate.source.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightTest {

    private static final Change CHANGE = TestFacts.modified("pool", "1", "2");
    private static final CommitInfo COMMIT = new CommitInfo("a1b2c3d4", Instant.EPOCH, "somebody", "something");
    private static final Location PLACE = new Location("b.yml", Region.start(), new Revision.Index());

    /** The table of what a status is worth: declared, detected, each on an ordinary and on a high-risk key. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            SKIPPED,        false, HIGH,   MEDIUM, CRITICAL, HIGH
            SAME_COMMIT,    false, HIGH,   MEDIUM, CRITICAL, HIGH
            TOO_FRESH,      false, HIGH,   LOW,    HIGH,     HIGH
            MOVED_ON,       false, MEDIUM, LOW,    HIGH,     HIGH
            MOVED_ON,       true,  HIGH,   MEDIUM, HIGH,     HIGH
            SHARED,         false, MEDIUM, LOW,    HIGH,     HIGH
            NO_COUNTERPART, false, MEDIUM, LOW,    HIGH,     HIGH
            """)
    void aStatusIsWorthWhatTheTableSays(
            Status status,
            boolean wentBack,
            Severity declared,
            Severity detected,
            Severity declaredHighRisk,
            Severity detectedHighRisk) {
        for (boolean highRisk : List.of(false, true)) {
            Severity ofDeclared = highRisk ? declaredHighRisk : declared;
            Severity ofDetected = highRisk ? detectedHighRisk : detected;
            Promotion plain = promotion(status, wentBack, false, null, null);
            assertThat(weigh(plain, 0, true, highRisk)).isEqualTo(ofDeclared);
            assertThat(weigh(plain, 0, false, highRisk)).isEqualTo(ofDetected);
            for (boolean isDeclared : List.of(false, true)) {
                Severity base = isDeclared ? ofDeclared : ofDetected;
                assertThat(weigh(promotion(status, wentBack, false, COMMIT, null), 0, isDeclared, highRisk))
                        .as("restores")
                        .isEqualTo(LOW);
                assertThat(weigh(promotion(status, wentBack, false, null, PLACE), 0, isDeclared, highRisk))
                        .as("elsewhere")
                        .isEqualTo(LOW);
                assertThat(weigh(promotion(status, wentBack, true, null, null), 0, isDeclared, highRisk))
                        .as("new to both")
                        .isEqualTo(base.atMost(isDeclared ? MEDIUM : LOW));
                assertThat(weigh(plain, 1, isDeclared, highRisk))
                        .as("right before production")
                        .isEqualTo(base.atMost(MEDIUM));
                assertThat(weigh(plain, 2, isDeclared, highRisk)).as("earlier").isEqualTo(base.atMost(LOW));
            }
        }
    }

    @Test
    void thePolicySaysOtherwise() {
        RuleSettings levels = new RuleSettings(Set.of(), Map.of(), Map.of(Status.TOO_FRESH, MEDIUM));
        Facts facts = TestFacts.of(CHANGE, Promotion.of(Status.TOO_FRESH, null), 0, true);
        assertThat(Weight.ofPromotion(
                        sheet(RuleSheet.Kind.PROMOTION, "promotion-too-fresh"), facts, facts.promotion(), true, levels))
                .isEqualTo(MEDIUM);
        RuleSettings severities = new RuleSettings(Set.of(), Map.of(new RuleId("promotion-too-fresh"), LOW), Map.of());
        assertThat(Weight.ofPromotion(
                        sheet(RuleSheet.Kind.PROMOTION, "promotion-too-fresh"),
                        facts,
                        facts.promotion(),
                        true,
                        severities))
                .isEqualTo(LOW);
    }

    @Test
    void aMovedKeyThatReachesNobodyIsTold() {
        Facts facts = TestFacts.of(TestFacts.moved("a", "b", "1"), Promotion.of(Status.SKIPPED, null), 0, true);
        Facts unchanged = new Facts(
                facts.change(),
                facts.shown(),
                facts.environment(),
                List.of(),
                facts.promotions(),
                List.of(),
                0,
                facts.lowerEnvironments(),
                true,
                facts.all(),
                facts.around());
        RuleSheet sheet = sheet(RuleSheet.Kind.PROMOTION, "promotion-skipped");
        assertThat(Weight.ofPromotion(sheet, unchanged, facts.promotion(), true, RuleSettings.none()))
                .isEqualTo(Severity.INFO);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            VALUE,  PROMOTED, EXACT,  false, 0, HIGH
            VALUE,  SKIPPED,  ,       false, 0, HIGH
            VALUE,  PROMOTED, EXACT,  true,  1, MEDIUM
            VALUE,  PROMOTED, EXACT,  true,  2, LOW
            CHANGE, PROMOTED, EXACT,  false, 0, LOW
            CHANGE, PROMOTED, EXACT,  true,  0, LOW
            CHANGE, PROMOTED, MAPPED, false, 0, LOW
            CHANGE, PROMOTED, MAPPED, true,  0, MEDIUM
            CHANGE, SKIPPED,  ,       true,  0, HIGH
            CHANGE, NOT_GATED,,       true,  0, HIGH
            CHANGE, SKIPPED,  ,       true,  1, MEDIUM
            CHANGE, SKIPPED,  ,       true,  2, LOW
            """)
    void aRuleWeighsLessOncePromotedAndFarFromProduction(
            RuleSheet.Kind kind,
            Status status,
            @Nullable Match match,
            boolean highRisk,
            int distance,
            Severity wanted) {
        Promotion promotion = new Promotion(
                status, null, match, null, null, null, null, null, false, false, null, null, false, Duration.ZERO);
        Facts facts = TestFacts.of(CHANGE, promotion, distance, true);
        assertThat(Weight.ofRule(sheet(kind, "some-rule"), facts, highRisk, RuleSettings.none()))
                .isEqualTo(wanted);
    }

    @Test
    void secretsAndValuesOfAnotherEnvironmentWeighTheSameEverywhere() {
        Facts facts = TestFacts.of(CHANGE, Promotion.of(Status.NOT_GATED, null), 2, true);
        for (String id : List.of("secret-in-plain-text", "endpoint-in-another-environment")) {
            assertThat(Weight.ofRule(sheet(RuleSheet.Kind.VALUE, id), facts, false, RuleSettings.none()))
                    .isEqualTo(HIGH);
        }
    }

    @Test
    void aSeverityOfThePolicyIsTheOneToStartFrom() {
        RuleSettings settings = new RuleSettings(Set.of(), Map.of(new RuleId("some-rule"), CRITICAL), Map.of());
        RuleSheet sheet = sheet(RuleSheet.Kind.CHANGE, "some-rule");
        Promotion skipped = Promotion.of(Status.SKIPPED, null);
        assertThat(Weight.ofRule(sheet, TestFacts.of(CHANGE, skipped, 0, true), false, settings))
                .isEqualTo(CRITICAL);
        assertThat(Weight.ofRule(sheet, TestFacts.of(CHANGE, skipped, 1, true), false, settings))
                .isEqualTo(MEDIUM);
    }

    private static Severity weigh(Promotion promotion, int distance, boolean declared, boolean highRisk) {
        Facts facts = TestFacts.of(CHANGE, promotion, distance, declared);
        return Weight.ofPromotion(
                sheet(
                        RuleSheet.Kind.PROMOTION,
                        "promotion-" + promotion.status().id()),
                facts,
                promotion,
                highRisk,
                RuleSettings.none());
    }

    private static Promotion promotion(
            Status status,
            boolean wentBack,
            boolean newToBoth,
            @Nullable CommitInfo restores,
            @Nullable Location elsewhere) {
        return new Promotion(
                status,
                Environment.of("staging"),
                null,
                null,
                null,
                null,
                null,
                null,
                wentBack,
                newToBoth,
                restores,
                elsewhere,
                false,
                Duration.ZERO);
    }

    private static RuleSheet sheet(RuleSheet.Kind kind, String id) {
        return new RuleSheet(
                new RuleId(id), "own", "s", HIGH, Confidence.HIGH, kind, false, 1, "w", "i", "", List.of(), List.of());
    }
}
