package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.confgate.document.KeyPath.Field;
import io.github.confgate.document.KeyPath.Index;
import io.github.confgate.document.KeyPath.Name;
import io.github.confgate.document.KeyPath.Segment;
import io.github.confgate.document.KeyPath.Selector;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPathParserTest {

    @Property
    void what_a_key_prints_reads_back_as_the_key(@ForAll("keys") KeyPath key) {
        assertThat(KeyPathParser.parse(key.toString())).isEqualTo(key);
    }

    @Property
    void any_text_is_a_key_or_refused(@ForAll String text) {
        try {
            assertThat(KeyPathParser.parse(text)).isNotNull();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("no key: ");
        }
    }

    @Test
    void reads_names_items_and_identities() {
        assertThat(KeyPathParser.parse("spec.containers[name=web].env[0].\"a.b\""))
                .isEqualTo(KeyPath.ROOT
                        .name("spec")
                        .name("containers")
                        .then(Selector.of("name", "web"))
                        .name("env")
                        .then(new Index(0))
                        .name("a.b"));
        assertThat(KeyPathParser.parse("[kind=Service,name=\"a,b\"]"))
                .isEqualTo(KeyPath.ROOT.then(
                        new Selector(List.of(new Field("kind", "Service"), new Field("name", "a,b")))));
        assertThat(KeyPathParser.parse("")).isEqualTo(KeyPath.ROOT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a..b | no key: a name is missing at column 3",
                "a. | no key: a name is missing at column 3",
                "a[0 | no key: `=` is missing at column 4",
                "\"a | no key: a quote that is not closed at column 1",
                "\"a\\x\" | no key: an escape that JSON does not know at column 4",
                "a[99999999999] | no key: a number that is too large at column 3",
                "a]b | no key: `.` is missing at column 2",
            })
    void says_where_a_text_is_no_key(String text, String message) {
        assertThatThrownBy(() -> KeyPathParser.parse(text)).hasMessage(message);
    }

    @Provide
    Arbitrary<KeyPath> keys() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings().withChars("ab.[]\"'=,\\ \n0\ud83d\ude00").ofMaxLength(6));
        Arbitrary<Segment> names = texts.map(Name::new);
        Arbitrary<Segment> indices = Arbitraries.integers().greaterOrEqual(0).map(Index::new);
        Arbitrary<Segment> selectors = Combinators.combine(texts, texts)
                .as(Field::new)
                .list()
                .ofMaxSize(3)
                .map(Selector::new);
        return Arbitraries.oneOf(names, indices, selectors).list().ofMaxSize(5).map(KeyPath::new);
    }
}
