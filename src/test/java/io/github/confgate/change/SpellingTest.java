package io.github.confgate.change;

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

class SpellingTest {

    private static Document document(String path, String text) {
        Parsed parsed = Documents.parse(path, text.getBytes(StandardCharsets.UTF_8), Limits.standard());
        return ((Parsed.Ok) parsed).document();
    }

    private static boolean isSpelling(String path, String key, String old, String now) {
        String separator = path.endsWith(".properties") ? "=" : ": ";
        List<Change> changes = DocumentDiffer.diff(
                        document(path, key + separator + old + "\n"), document(path, key + separator + now + "\n"))
                .changes();
        assertThat(changes).hasSize(1);
        return changes.get(0).isSpelling();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            1m | 60s
            90s | 1m30s
            PT30S | 30 seconds
            1d | 24h
            1Gi | 1024Mi
            0.5Gi | 512Mi
            1GiB | 1Gi
            1M | 1MB
            50% | 50.0%
            yes | true
            off | False
            """)
    void oneValueInTwoSpellings(String old, String now) {
        assertThat(isSpelling("a.yaml", "x", old, now)).isTrue();
        assertThat(isSpelling("a.yaml", "x", now, old)).isTrue();
    }

    /** Somebody reads these as two values. */
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '§', textBlock = """
            1m | 61s
            1G | 1Gi
            1G | 1024M
            1G | 1000M
            1000m | 1
            010 | 8
            010 | 10
            0x10 | 10
            0x10 | 17
            1.0 | 1.00
            64m | 64M
            30000 | 30s
            1024 | 1Ki
            0.5 | 50%
            "yes" | "true"
            yes | "yes"
            enabled | true
            1.10 | 1.1
            010 | 8
            https://a.example.com | https://a.example.com:443
            https://a.example.com | https://A.example.com
            10.1.2.3/8 | 10.0.0.0/8
            a,b | b,a
            """)
    void twoValues(String old, String now) {
        assertThat(isSpelling("a.yaml", "x", old, now)).isFalse();
        assertThat(isSpelling("a.yaml", "x", now, old)).isFalse();
    }

    @Test
    void formatsWithoutTypesTellNoTruthValues() {
        assertThat(isSpelling("a.properties", "x", "yes", "true")).isFalse();
        assertThat(isSpelling("a.properties", "x", "1m", "60s")).isTrue();
    }

    @Test
    void ofASecretNobodyCanTell() {
        assertThat(isSpelling("a.yaml", "password", "1m", "60s")).isFalse();
    }
}
