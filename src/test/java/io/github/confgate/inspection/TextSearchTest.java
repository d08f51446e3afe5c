package io.github.confgate.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextSearchTest {

    private static final TextSearch SEARCH = TextSearch.of("aba");

    @Property
    void whatComesInIsFoundWhereverTheVersionsDiffer(
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 12) String before,
            @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 12) String now) {
        if (!before.contains("aba")) {
            assertThat(SEARCH.mayHaveComeIn(bytes(before), bytes(now))).isEqualTo(now.contains("aba"));
        }
        assertThat(SEARCH.mayBeIn(bytes(now))).isEqualTo(now.contains("aba"));
    }

    @Test
    void aTextThatCommonPartsMakeTogetherIsFound() {
        assertThat(SEARCH.mayHaveComeIn(bytes("--ab--"), bytes("--aba--"))).isTrue();
        assertThat(SEARCH.mayHaveComeIn(bytes("--abxa--"), bytes("--aba--"))).isTrue();
        assertThat(SEARCH.mayHaveComeIn(bytes("a".repeat(2000) + "bba"), bytes("a".repeat(2000) + "ba")))
                .isTrue();
    }

    @Test
    void nobodyKnowsWhatAnEncodingWithZerosHolds() {
        assertThat(SEARCH.mayBeIn(bytes("x\0y"))).isTrue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }
}
