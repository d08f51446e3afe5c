package io.github.confgate.rule.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.RuleSettings;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Rules;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.TestFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleVersionTest {

    private static final Facts FACTS = TestFacts.of(TestFacts.modified("pool", "1", "2"));

    @ParameterizedTest
    @CsvSource({"timeout, 1, LOW", "timeout, 2, HIGH", "timeout, 3, HIGH", "own, 1, HIGH"})
    void whatCameAfterTheVersionOfThePolicyStartsAsLow(String area, int version, Severity severity) {
        assertThat(severities(area, new RuleSettings(Set.of(), Map.of(), Map.of(), version)))
                .containsExactly(severity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout", RuleSheet.OWN})
    void withoutAVersionEveryRuleCounts(String area) {
        assertThat(severities(area, RuleSettings.none())).containsExactly(Severity.HIGH);
    }

    private static List<Severity> severities(String area, RuleSettings settings) {
        String sheet = """
                id: a-rule
                summary: s
                severity: high
                since: 2
                why: w
                instead: i
                match: {key: pool}
                message: m
                """;
        Rules rules = Rules.of(List.of(SheetReader.read("a-rule.yaml", area, sheet.getBytes(UTF_8))));
        return rules.judge(FACTS, settings).stream().map(Finding::severity).toList();
    }
}
