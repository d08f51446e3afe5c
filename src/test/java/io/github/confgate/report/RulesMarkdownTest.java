package io.github.confgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.rule.Confidence;
import io.github.confgate.rule.RuleId;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Severity;
import io.github.confgate.testing.RenderedMarkdown;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesMarkdownTest {

    private static RuleSheet sheet(String area, String words, String reference) {
        return new RuleSheet(
                new RuleId("a-rule"),
                area,
                words,
                Severity.HIGH,
                Confidence.LOW,
                RuleSheet.Kind.CHANGE,
                true,
                1,
                words,
                words,
                reference,
                List.of("CWE-319"),
                List.of());
    }

    @Test
    void saysAllThatASheetSays() {
        assertThat(RulesMarkdown.write(List.of(sheet("endpoint", "`a` | b", "https://a.example/x"))))
                .isEqualTo("""
                # Rules

                1 rules. `confgate rules explain ID` shows the examples of one.

                | endpoint | severity | finds |
                | --- | --- | --- |
                | [a-rule](#a-rule) | high | `a` \\| b |

                ## a-rule

                Finds: `a` \\| b.

                `a` \\| b

                Instead: `a` \\| b

                Severity high, low once the value is promoted, confidence low. Its keys are high-risk. Controls: CWE-319. See <https://a.example/x>.
                """);
    }

    @Test
    void theWordsOfATeamsOwnSheetFormatNothing() {
        String hostile = "<img src=x> [a](http://b) @all | `c`";
        String catalogue = RulesMarkdown.write(List.of(sheet(RuleSheet.OWN, hostile, "https://a> [b](javascript:c)")));
        assertThat(RenderedMarkdown.of(catalogue).faults(Set.of("#a-rule"))).isEmpty();
        assertThat(catalogue).doesNotContain("javascript");
    }
}
