package io.github.confgate.fact.java;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.fact.java.Words.At;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WordsTest {

    @Test
    void namesInStringsAreToldByTheirEnds() {
        Words words = words("@Value(\"${auth.server-url:none}\") String url;");
        assertThat(words.has(At.END, "serverurl")).isTrue();
        assertThat(words.has(At.PAIR, "auth.serverurl")).isTrue();
        assertThat(words.has(At.END, "auth")).isFalse();
        assertThat(words.has(At.TEXT, "auth")).isTrue();
        assertThat(words.has(At.CODE, "url")).isTrue();
    }

    @Test
    void commentsHaveNoWords() {
        Words words = words("// \"a.b\" x\n/* y \"c.d\" */ z");
        assertThat(words.has(At.CODE, "z")).isTrue();
        assertThat(words.has(At.CODE, "x")).isFalse();
        assertThat(words.has(At.CODE, "y")).isFalse();
        assertThat(words.has(At.END, "b")).isFalse();
        assertThat(words.has(At.END, "d")).isFalse();
    }

    @Test
    void accessorsAreFoundByWhatTheyGet() {
        assertThat(words("p.getMaxSize();").has(At.CODE, "maxsize")).isTrue();
        assertThat(words("getaway();").has(At.CODE, "away")).isFalse();
    }

    @Test
    void textBlocksQuotesInCharactersAndOpenNamesAreReadAsJavaDoes() {
        Words words = words("char c = '\"'; String s = \"\"\"\n a.b \"x\" \"\"\"; f(\"pre.\" + n, '\\'', \"e\\\"f\");");
        assertThat(words.has(At.PAIR, "a.b")).isTrue();
        assertThat(words.has(At.OPEN, "")).isTrue();
        assertThat(words.has(At.CODE, "n")).isTrue();
    }

    @Test
    @Timeout(10)
    void anyBytesComeToAnEnd() {
        for (int i = 0; i < 256; i++) {
            byte[] bytes = {(byte) i, (byte) i, 'a', (byte) i};
            assertThat(Words.of(bytes).hashes()).isNotNull();
        }
    }

    private static Words words(String code) {
        return Words.of(code.getBytes(UTF_8));
    }
}
