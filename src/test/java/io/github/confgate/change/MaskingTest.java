package io.github.confgate.change;

import static io.github.confgate.change.Keys.item;
import static io.github.confgate.change.Keys.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Region;
import org.junit.jupiter.api.Test;

class MaskingTest {

    private final Masking masking = new Masking();

    @Test
    void numbersSecretsInOrderOfAppearanceAndEqualOnesEqually() {
        assertThat(masking.text(key("a/password"), "one1")).isEqualTo("***1");
        assertThat(masking.text(key("b/password"), "two2")).isEqualTo("***2");
        assertThat(masking.text(key("c/password"), "one1")).isEqualTo("***1");
        assertThat(masking.text(key("url"), "https://bob:two2@example.com")).isEqualTo("https://bob:***2@example.com");
    }

    @Test
    void masksBothValuesOfAChange() {
        Masked masked = masking.mask(modified("db/password", "hunter2", "${DB_PASSWORD}"));
        assertThat(masked).isEqualTo(new Masked("***1", "${DB_PASSWORD}", true));
        assertThat(masking.mask(modified("db/url", "http://a", "http://b")))
                .isEqualTo(new Masked("http://a", "http://b", false));
    }

    @Test
    void masksTheExcerptAndSaysWhereTheValueIsNow() {
        Change change = modified("db/password", "old-one", "hunter2");
        masking.mask(change);
        assertThat(masking.line(
                        new Masking.Cut("  password: \"hunter2\" # not hunter2", 0), change, 14, 21, SecretLines.NONE))
                .isEqualTo(new Masking.Line("  password: \"***2\" # not ***2", 14, 18));
    }

    @Test
    void masksWhatElseStandsInTheLine() {
        Change change = modified("port", "1", "2");
        assertThat(masking.line(
                        new Masking.Cut("{\"password\": \"hunter2\", \"port\": 2, \"apiKey\": \"abc123def\"}", 0),
                        change,
                        33,
                        34,
                        SecretLines.NONE))
                .isEqualTo(new Masking.Line("{\"password\": \"***1\", \"port\": 2, \"apiKey\": \"***2\"}", 30, 31));
    }

    @Test
    void masksTextThatLooksDrawnAtRandomUnderAnyKey() {
        Change change = modified("mail/relay", "a", "Zq7vT2xKp9LmW4sRb8Nd3HfYc6Gj");

        assertThat(masking.mask(change)).isEqualTo(new Masked("a", "***1", true));
        assertThat(masking.line(
                                new Masking.Cut("  relay: Zq7vT2xKp9LmW4sRb8Nd3HfYc6Gj", 0),
                                change,
                                10,
                                38,
                                SecretLines.NONE)
                        .text())
                .isEqualTo("  relay: ***1");
    }

    @Test
    void showsNothingOfASecretThatIsWrittenWithEscapes() {
        Change change = modified("password", "y1", "hun\"ter2");
        masking.mask(change);
        assertThat(masking.line(new Masking.Cut("password: \"hun\\\"ter2\"", 0), change, 11, 22, SecretLines.NONE))
                .isEqualTo(new Masking.Line("password: ***2", 11, 15));
    }

    @Test
    void findsAVariableByTheNameOfItsItem() {
        Change change = modified("env/[name=DB_PASSWORD]/value", "x1", "hunter2");
        masking.mask(change);
        assertThat(masking.line(new Masking.Cut("          value: hunter2", 0), change, 18, 25, SecretLines.NONE)
                        .text())
                .isEqualTo("          value: ***2");
    }

    @Test
    void countsColumnsInCodePoints() {
        Change change = modified("password", "x1", "hunter2");
        masking.mask(change);
        assertThat(masking.line(
                        new Masking.Cut("\uD83D\uDD11: 1, password: hunter2", 0), change, 17, 24, SecretLines.NONE))
                .isEqualTo(new Masking.Line("\uD83D\uDD11: 1, password: ***2", 17, 21));
    }

    @Test
    void neverTellsWhatItKnows() {
        masking.text(key("password"), "hunter2");
        assertThat(masking.toString()).doesNotContain("hunter2");
    }

    private static Change modified(String key, String old, String now) {
        return new Change.Modified("a.yml", "a.yml", new PartRef(item("[0]"), true), leaf(key, old), leaf(key, now));
    }

    private static Leaf leaf(String key, String text) {
        KeyPath path = key(key);
        Region region = new Region(1, 1, 1, 2);
        return new Leaf(path, new Node.Scalar(ScalarType.STRING, text, region, null), region, region, null);
    }
}
