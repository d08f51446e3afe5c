package io.github.confgate.inspection;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextWordsTest {

    private static final List<String> WORDS = List.of("pool", "po", "queue");

    /** What is told of a version by what differs from the one before is what is told of it alone. */
    @Property(tries = 2000)
    void tellsOfTheNextVersionWhatItTellsOfThatAlone(@ForAll("versions") List<String> versions) {
        TextWords words = new TextWords(new byte[0]);
        for (String version : versions) {
            words = words.next(version.getBytes(UTF_8));
            for (String word : WORDS) {
                assertThat(words.lacks(word))
                        .as("%s in %s", word, version)
                        .isEqualTo(new TextWords(version.getBytes(UTF_8)).lacks(word));
            }
        }
    }

    @Provide
    Arbitrary<List<String>> versions() {
        return Arbitraries.of("po", "ol", "p", "que", "ue", "\\", "x", "\n", "&", "#", " ", "é")
                .list()
                .ofMaxSize(8)
                .map(pieces -> String.join("", pieces))
                .list()
                .ofMaxSize(6);
    }

    @Test
    void isSureOfPlainTextsOnly() {
        assertThat(lacks("queue: 1\n")).isTrue();
        assertThat(lacks("pool: 1\n")).isFalse();
        assertThat(lacks("\"\\x70ool\": 1\n")).isFalse();
        assertThat(lacks("\"po\\\n  ol\": 1\n")).isFalse();
        assertThat(lacks("a: \"a&#x70;b\"\n")).isFalse();
        assertThat(lacks("a: 'C:\\temp'\n")).isTrue();
        assertThat(new TextWords("queue: 1\n".getBytes(UTF_16LE)).lacks("pool")).isFalse();
    }

    private static boolean lacks(String text) {
        return new TextWords(text.getBytes(UTF_8)).lacks("pool");
    }
}
