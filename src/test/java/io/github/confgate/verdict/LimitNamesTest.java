package io.github.confgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.Documents;
import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;
import io.github.confgate.source.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a diagnostic says to raise is what a policy can raise, and then the file is read. */
class LimitNamesTest {

    private static final Map<String, String> SMALL =
            new LinkedHashMap<>(Map.of("bytes", "90", "line", "60", "depth", "4", "nodes", "20", "parts", "2"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes | 100 | a: 1234567890\\nb: 1234567890\\nc: 1234567890\\nd: 1234567890\\ne: 1234567890\\nf: 1234567890\\ng: 1\\nh: 12345",
                "line | 70 | a: 1234567890123456789012345678901234567890123456789012345678901",
                "depth | 5 | [[[[[1]]]]]",
                "nodes | 30 | [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]",
                "nodes | 40 | a: &a [1,1,1,1]\\nb: &b [*a,*a]\\nc: [*b,*b]",
                "parts | 3 | --- 1\\n--- 2\\n--- 3\\n"
            })
    void the_limit_that_a_diagnostic_names_lets_the_file_pass_once_it_is_raised(String key, String more, String text) {
        byte[] bytes = text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        Diagnostic diagnostic =
                ((Parsed.Failed) Documents.parse("a.yml", bytes, Format.YAML, limits(SMALL))).diagnostic();
        assertThat(diagnostic.kind()).isEqualTo(Diagnostic.Kind.LIMIT);
        assertThat(diagnostic.path()).isEqualTo("a.yml");
        assertThat(diagnostic.message()).endsWith(", or raise `limits." + key + "` in the policy");
        Map<String, String> raised = new LinkedHashMap<>(SMALL);
        raised.put(key, more);
        assertThat(Documents.parse("a.yml", bytes, Format.YAML, limits(raised))).isInstanceOf(Parsed.Ok.class);
    }

    /** Nothing takes a second for sure, so that only the value itself can be shown. */
    @Test
    void the_time_for_a_file_is_what_the_policy_says() {
        assertThat(limits(Map.of("time", "2m")).time()).isEqualTo(Duration.ofMinutes(2));
        assertThat(limits(Map.of()).time()).isEqualTo(Limits.standard().time());
    }

    private static Limits limits(Map<String, String> values) {
        String text = values.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "limits: {", "}\n"));
        return new PolicyReader(sheets -> rule -> true)
                .read(".confgate.yml", text.getBytes(StandardCharsets.UTF_8))
                .limits();
    }
}
