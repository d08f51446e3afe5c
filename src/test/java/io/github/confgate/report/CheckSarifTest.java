package io.github.confgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.confgate.rule.RuleSheet.Kind;
import io.github.confgate.rule.Severity;
import io.github.confgate.testing.Golden;
import io.github.confgate.testing.Sarif;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CheckSarifTest {

    @Test
    void writesRulesResultsSuppressionsAndDiagnostics() throws IOException {
        String sarif = CheckSarif.write(Inspections.everything());

        Sarif.check(sarif);
        Golden.check(Path.of("testdata/report/check.sarif"), sarif);
    }

    @Test
    void keepsTheFiveThousandMostDangerousAndSaysHowManyAreLeftOut() throws IOException {
        Inspections many = new Inspections().change("a.yml", "a", "1", "2");
        for (int i = 0; i < 5100; i++) {
            many.finding("mild", Severity.LOW, Kind.VALUE, "mild " + i);
        }
        many.waived("accepted", Severity.CRITICAL, "accepted");
        many.blocking("worst", Severity.CRITICAL, Kind.VALUE, "worst");

        JsonNode run = Sarif.check(CheckSarif.write(many.build())).at("/runs/0");

        assertThat(run.get("results")).hasSize(5000);
        assertThat(run.at("/results/0/ruleId").asText()).isEqualTo("worst");
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .asText())
                .isEqualTo("102 milder findings are left out: a run holds at most 5000");
    }

    @Test
    void encodesPathsAndLetsNoMessageHoldALink() throws IOException {
        Inspections hostile = new Inspections()
                .change("conf ig/ü#?%:\\[a].yml", "[x](https://evil.example)", "1", "2")
                .finding("mild", Severity.LOW, Kind.VALUE, "[x](https://evil.example) \u202e\u001b[31m");

        JsonNode result = Sarif.check(CheckSarif.write(hostile.build())).at("/runs/0/results/0");

        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("conf%20ig/%C3%BC%23%3F%25%3A%5C%5Ba%5D.yml");
        assertThat(result.at("/message/text").asText()).isEqualTo("[x] (https://evil.example) \\u202e\\u001b[31m");
    }
}
