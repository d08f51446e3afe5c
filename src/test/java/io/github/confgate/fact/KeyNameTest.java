package io.github.confgate.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.KeyPath;
import org.junit.jupiter.api.Test;

class KeyNameTest {

    private static final KeyPath ENV = KeyPath.ROOT.name("env");

    @Test
    void hasTheSameTextsForEverySpellingOfAKey() {
        KeyPath[] spellings = {
            KeyPath.ROOT.name("maximum-pool-size"),
            KeyPath.ROOT.name("MAXIMUM_POOL_SIZE"),
            KeyPath.ROOT.name("maximumPoolSize"),
            KeyPath.ROOT.name("maximum").name("pool-size"),
            KeyPath.ROOT.name("maximum.pool.size"),
        };
        for (KeyPath spelling : spellings) {
            assertThat(KeyName.of(spelling)).as("%s", spelling).isEqualTo(KeyName.of(spellings[0]));
        }
        assertThat(KeyName.of(KeyPath.ROOT.name("maximum-pool")).common())
                .isNotEqualTo(KeyName.of(spellings[0]).common());
    }

    @Test
    void hasNoItemsWhereTheKeyLeadsThroughNoList() {
        assertThat(KeyName.of(ENV.name("url")).hasItems()).isFalse();
        assertThat(KeyName.of(ENV.then(new KeyPath.Index(0))).hasItems()).isTrue();
        assertThat(KeyName.of(item("name", "A")).hasItems()).isTrue();
    }

    @Test
    void tellsItemsApartByTheValuesOfTheSameFields() {
        KeyName one = KeyName.of(item("name", "A"));
        KeyName other = KeyName.of(item("name", "B"));
        assertThat(other.common()).isEqualTo(one.common());
        assertThat(other.fields()).isEqualTo(one.fields());
        assertThat(other.own()).isNotEqualTo(one.own());
    }

    @Test
    void hasOtherFieldsForItemsThatOtherFieldsTell() {
        KeyName byName = KeyName.of(item("name", "A"));
        KeyName byId = KeyName.of(item("id", "A"));
        KeyName byNumber = KeyName.of(ENV.then(new KeyPath.Index(3)).name("value"));
        assertThat(byId.common()).isEqualTo(byName.common()).isEqualTo(byNumber.common());
        assertThat(byId.fields()).isNotEqualTo(byName.fields());
        assertThat(byNumber.fields()).isNotEqualTo(byName.fields()).isNotEqualTo(byId.fields());
    }

    @Test
    void takesAllNumbersForOne() {
        assertThat(KeyName.of(ENV.then(new KeyPath.Index(0)))).isEqualTo(KeyName.of(ENV.then(new KeyPath.Index(9))));
    }

    @Test
    void keepsFieldsAndTheirValuesApartWhateverIsInThem() {
        assertThat(KeyName.of(item("a", "b1:c")).own())
                .isNotEqualTo(KeyName.of(item("ab", "1:c")).own());
        assertThat(KeyName.of(item("x", "1:y[]")).own())
                .isNotEqualTo(KeyName.of(item("x", "1:y")).own());
    }

    private static KeyPath item(String field, String value) {
        return ENV.then(KeyPath.Selector.of(field, value)).name("value");
    }
}
