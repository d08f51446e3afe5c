package io.github.confgate.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.KeyPath;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyWordsTest {

    @Test
    void areThePartsOfNamesAndOfWhatTellsItems() {
        KeyPath key = KeyPath.ROOT
                .name("app.kubernetes.io/part-of")
                .then(KeyPath.Selector.of("name", "web server"))
                .name("DB_URL");
        assertThat(KeyWords.of(key)).containsExactly("kubernetes", "part-of", "DB_URL", "server", "app", "web", "io");
    }

    @Test
    void areNoneOfWhatAFormatMaySpellOtherwise() {
        assertThat(KeyWords.of(KeyPath.ROOT.name("true").name("08").name("0x1F").then(new KeyPath.Index(3))))
                .isEmpty();
        assertThat(KeyWords.of(KeyPath.ROOT.name("größe"))).containsExactly("gr", "e");
    }

    @Test
    void lackWhereOneOfThemDoes() {
        List<String> words = List.of("server", "pool");
        assertThat(KeyWords.isLacked(words, "pool"::equals)).isTrue();
        assertThat(KeyWords.isLacked(words, word -> false)).isFalse();
        assertThat(KeyWords.isLacked(List.of(), word -> true)).isFalse();
    }
}
