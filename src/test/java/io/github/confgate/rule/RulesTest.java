package io.github.confgate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.change.Change;
import io.github.confgate.fact.Promotion;
import io.github.confgate.fact.Promotion.Status;
import io.github.confgate.rule.sheet.SheetReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

    private static final Rules RULES = Rules.builtin();
    private static final Change AUTH =
            TestFacts.modified("auth/url", "https://auth.example.com", "https://auth.example.org");

    @Test
    void rulesAreSortedById() {
        assertThat(RULES.sheets()).extracting(RuleSheet::id).isSorted().hasSizeGreaterThan(12);
    }

    @Test
    void anAuthAddressIsFoundOnceAndAsWhatItIs() {
        assertThat(ids(AUTH, RuleSettings.none())).containsExactly("auth-endpoint-changed");
    }

    @Test
    void aDisabledRuleLeavesTheFieldToTheMoreGeneralOne() {
        RuleSettings settings = new RuleSettings(Set.of(new RuleId("auth-endpoint-changed")), Map.of(), Map.of());
        assertThat(ids(AUTH, settings)).containsExactly("endpoint-changed");
    }

    @Test
    void theIncidentIsCritical() {
        Promotion skipped = Promotion.of(Status.SKIPPED, null);
        assertThat(RULES.judge(TestFacts.of(AUTH, skipped, 0, true), RuleSettings.none()))
                .extracting(finding -> finding.rule() + " " + finding.severity().id())
                .containsExactly("auth-endpoint-changed high", "promotion-skipped critical");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            auth/server/url     | https://auth.example.com | true
            AUTH_SERVER_URL     | http://auth:8080         | true
            db/url              | jdbc:postgresql://db/app | true
            redis/host          | cache                    | true
            kafka/bootstrap-servers | a:9092,b:9092        | true
            author/name         | Bob                      | false
            auth/enabled        | true                     | false
            help/url            | https://example.com      | false
            replicas            | 3                        | false
            image               | example.com/app:1.2.3    | false
            """)
    void aKeyIsHighRiskWhateverHappensToIt(String key, String value, boolean highRisk) {
        for (Change change : List.of(
                TestFacts.added(key, value),
                TestFacts.removed(key, value),
                TestFacts.modified(key, value, value + "x"),
                TestFacts.moved(key, "elsewhere/" + key, value))) {
            assertThat(RULES.highRisk(TestFacts.of(change)))
                    .as("%s %s", change.kind(), key)
                    .isEqualTo(highRisk);
        }
    }

    @Test
    void aSheetOfATeamTakesThePlaceOfABuiltInOne() {
        Rule own = SheetReader.read("own.yaml", """
                id: debug-enabled
                summary: s
                severity: low
                why: w
                instead: i
                match: {key: own}
                message: m
                """.getBytes(StandardCharsets.UTF_8));
        Rules rules = RULES.with(List.of(own));
        assertThat(rules.sheets()).hasSameSizeAs(RULES.sheets());
        assertThat(rules.find(new RuleId("debug-enabled"))).contains(own);
    }

    private static List<String> ids(Change change, RuleSettings settings) {
        return RULES.judge(TestFacts.of(change), settings).stream()
                .map(finding -> finding.rule().value())
                .toList();
    }
}
