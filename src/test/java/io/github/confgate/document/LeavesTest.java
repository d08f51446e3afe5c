package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.source.Region;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeavesTest {

    @Test
    void a_key_with_a_value_and_keys_below_prints_both() {
        assertThat(keys("a.properties", "a=1\na.b=2\na.c[0]=3\n")).containsExactly("a = 1", "a.b = 2", "a.c[0] = 3");
    }

    @Test
    void an_empty_name_at_the_top_stays_a_name() {
        assertThat(keys("config.json", "{\"\": 1, \"a\": {\"\": {\"b\": 2}}}"))
                .containsExactly("\"\" = 1", "a.\"\".b = 2");
    }

    @Test
    void leaves_below_an_alias_stand_at_the_alias_and_know_their_origin() {
        Node root = Trees.document("a.yml", "a: &a {b: [x]}\nc: *a\n")
                .parts()
                .get(0)
                .root();
        Leaf leaf = Leaves.under(KeyPath.ROOT, root.region(), root, null).get(1);
        assertThat(leaf.key()).hasToString("c.b[0]");
        assertThat(leaf.region()).isEqualTo(new Region(2, 4, 2, 6));
        assertThat(leaf.origin()).isEqualTo(new Region(1, 12, 1, 13));
    }

    private static List<String> keys(String path, String text) {
        Node root = Trees.document(path, text).parts().get(0).root();
        return Leaves.under(KeyPath.ROOT, root.region(), root, null).stream()
                .map(leaf -> leaf.key() + " = " + leaf.text())
                .toList();
    }
}
