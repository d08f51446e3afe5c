package io.github.confgate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.change.Change;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command line or a list of variables sets is judged as keys are. */
class OptionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            args/[0]         | --timeout=5s                        | --timeout=0                    | args.timeout: 5s > 0
            command        | serve --timeout 5s -v               | serve --timeout 0 -v           | command.timeout: 5s > 0
            JAVA_OPTS      | -Xmx1g -Dhttp.timeout=5s            | -Xmx1g -Dhttp.timeout=0        | JAVA_OPTS."http.timeout": 5s > 0
            command        | postgres -c max_connections=200     | postgres -c max_connections=20 | command.max_connections: 200 > 20
            environment/[0]  | LOG_LEVEL=info                      | LOG_LEVEL=debug                | environment.LOG_LEVEL: info > debug
            args/[0]         | --listen=:80 --insecure             | --listen=:80                   | args.insecure: true > nothing
            command        | run --name "a b" --retries 3        | run --name "a b" --retries 4   | command.retries: 3 > 4
            """)
    void eachSettingThatIsAnotherIsAChange(String key, String old, String now, String expected) {
        assertThat(told(TestFacts.modified(key, old, now))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            args/[0]        | serve             | run
            title         | well - said       | well -- said
            hosts/[0]       | a=b               | a=c
            range         | 3 -5              | 3 -6
            command       | run --token abc1234567890abcdef --retries 3 | run --token abc1234567890abcdef --retries 4
            """)
    void aTextThatSetsNothingAndOneWithASecretInItAreLeftAlone(String key, String old, String now) {
        assertThat(told(TestFacts.modified(key, old, now))).isEmpty();
    }

    @Test
    void whatIsFoundOfASettingIsToldOfTheWholeValueOnceARule() {
        Change change = TestFacts.modified(
                "args/[0]", "--read-timeout=5s --write-timeout=5s", "--read-timeout=0 --write-timeout=0");
        List<Finding> found = Rules.builtin().judge(TestFacts.of(change), RuleSettings.none());
        assertThat(found).extracting(finding -> finding.rule().value()).containsExactly("timeout-removed");
        assertThat(found.get(0).subject().change()).isSameAs(change);
        assertThat(found.get(0).message()).startsWith("args.read-timeout goes from 5s to 0 in production");
    }

    @Test
    void anAddressOfALoginInACommandIsHighRisk() {
        Change change =
                TestFacts.modified("args/[0]", "--auth-url=https://id.acme.io", "--auth-url=https://id.acme.net");
        assertThat(Rules.builtin().judge(TestFacts.of(change), RuleSettings.none()))
                .extracting(finding -> finding.rule().value())
                .contains("auth-endpoint-changed");
    }

    private static List<String> told(Change change) {
        return Options.of(TestFacts.of(change)).stream()
                .map(Facts::change)
                .map(each -> each.key() + ": " + text(each.before().orElse(null)) + " > "
                        + text(each.after().orElse(null)))
                .toList();
    }

    private static String text(@org.jspecify.annotations.Nullable Leaf leaf) {
        return leaf == null ? "nothing" : leaf.text();
    }
}
