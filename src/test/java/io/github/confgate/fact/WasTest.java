package io.github.confgate.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WasTest {

    private static final Document DOCUMENT = document("""
            text: "8080"
            number: 8080
            nothing: ~
            map: {}
            list: []
            items: [a, 1, b]
            one: [a]
            above:
              below: 1
            """);

    @Test
    void keepsTheValuesOfEveryKindOfKey() {
        for (String name : List.of("text", "number", "nothing", "map", "list", "above", "missing")) {
            assertKept(KeyPath.ROOT.name(name));
        }
        assertKept(KeyPath.ROOT.name("items").then(new KeyPath.Index(0)));
        assertKept(KeyPath.ROOT.name("one").then(new KeyPath.Index(0)));
    }

    private static void assertKept(KeyPath key) {
        Optional<Lookup.Held> held = Lookup.find(DOCUMENT.parts().get(0), key);
        Optional<Lookup.Held> kept = Was.of(held).under(key);
        assertThat(kept.isPresent()).as("%s", key).isEqualTo(held.isPresent());
        if (held.isPresent()) {
            assertThat(kept.get().member()).as("%s", key).isEqualTo(held.get().member());
            assertThat(kept.get().leaves())
                    .as("%s", key)
                    .hasSameSizeAs(held.get().leaves());
            for (int i = 0; i < kept.get().leaves().size(); i++) {
                assertThat(kept.get()
                                .leaves()
                                .get(i)
                                .sameValue(held.get().leaves().get(i)))
                        .as("%s", key)
                        .isTrue();
            }
        }
    }

    private static Document document(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ((Parsed.Ok) Documents.parse("a.yml", bytes, Limits.standard())).document();
    }
}
