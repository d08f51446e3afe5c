package io.github.confgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InlineCommentsTest {

    private static List<InlineComment> find(String path, String text) {
        Parsed parsed = Documents.parse(path, text.getBytes(StandardCharsets.UTF_8), Limits.standard());
        Document document = ((Parsed.Ok) parsed).document();
        return InlineComments.of(document, text);
    }

    /** {@code line:column rules reason @ keys}, as the tests compare it. */
    private static List<String> told(String path, String text) {
        return find(path, text).stream()
                .map(comment -> comment.region().line() + ":" + comment.region().column() + " "
                        + String.join("+", comment.claim().rules()) + " "
                        + comment.claim().reason() + " @ "
                        + comment.targets().stream()
                                .map(target -> target.key().toString())
                                .sorted()
                                .toList()
                        + comment.problem())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.yml | a: 1 # confgate:allow[x] r | 1:6 x r @ [a]",
                "a.yml | # confgate:allow[x,y] r\\na: 1 | 1:1 x+y r @ [a]",
                "a.yml | ## confgate:allow[ x , y ] r\\n\\n# more\\na: 1 | 1:1 x+y r @ [a]",
                "a.yml | a: {b: 1, c: 2} # confgate:allow[x] r | 1:17 x r @ [a.b, a.c]",
                "a.yml | a: 1\\r\\n# confgate:allow[x] r\\r\\nb: 2\\r\\n | 2:1 x r @ [b]",
                "a.yml | 'ä: \"é\" # confgate:allow[x] r' | 1:8 x r @ [ä]",
                "a.yml | # confgate:allow[x] r\\na:\\n  b: 1 | 1:1 x r @ []it stands at no value",
                "a.properties | '! confgate:allow[x] r\\na=1' | 1:1 x r @ [a]",
                "a.ini | '[s]\\n; confgate:allow[x] r\\na=1' | 2:1 x r @ [s.a]",
                "a.toml | a = 1 # confgate:allow[x] r | 1:7 x r @ [a]",
                "a.tfvars | a = 1 // confgate:allow[x] r | 1:7 x r @ [a]",
                "a.tfvars | a = 1 /* confgate:allow[x] r */ | 1:7 x r @ [a]",
                "application.conf | a = 1 # confgate:allow[x] r | 1:7 x r @ [a]",
                "a.jsonc | {\"a\": 1 // confgate:allow[x] r\\n} | 1:9 x r @ [a]",
                "a.xml | <r><!-- confgate:allow[x] r -->\\n<a>1</a></r> | 1:4 x r @ []it stands at no value",
                "a.xml | <r>\\n<!-- confgate:allow[x] r -->\\n<a>1</a></r> | 2:1 x r @ [r.a]",
                ".env | # confgate:allow[x] r\\nA=1 | 1:1 x r @ [A]",
            })
    void standsBehindAValueOrAboveIt(String path, String text, String expected) {
        assertThat(told(path, text.replace("\\n", "\n").replace("\\r", "\r"))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.yml | 'a: \"# confgate:allow[x] r\"'",
                "a.yml | a: b#confgate:allow[x]",
                "a.yml | 'a: |\\n  # confgate:allow[x] r\\n  text'",
                "a.yml | 'a: 1 # see confgate:allow[x]'",
                "a.properties | a=1 # confgate:allow[x] r",
                "a.json | {\"a\": \"// confgate:allow[x] r\"}",
                "a.toml | 'a = \"# confgate:allow[x] r\"'",
            })
    void isNoneInsideOfAValue(String path, String text) {
        assertThat(told(path, text.replace("\\n", "\n"))).isEmpty();
    }

    @Test
    void endsOnTheDayThatItSays() {
        WrittenClaim claim = find("a.yml", "a: 1 # confgate:allow[x] load test until 2026-04-01")
                .get(0)
                .claim();
        assertThat(claim.reason()).isEqualTo("load test");
        assertThat(claim.expires()).hasToString("2026-04-01");
    }

    @Test
    void aDayThatIsNoneBelongsToTheReason() {
        WrittenClaim claim = find("a.yml", "a: 1 # confgate:allow[x] load test until 2026-04-31")
                .get(0)
                .claim();
        assertThat(claim.reason()).isEqualTo("load test until 2026-04-31");
        assertThat(claim.expires()).isNull();
    }
}
