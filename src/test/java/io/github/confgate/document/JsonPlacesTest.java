package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each key and value of JSON stands where its text does, also in texts that the library reads in pieces. */
class JsonPlacesTest {

    private static final List<String> NAMES =
            List.of("a", "", "a b", "\\\"", "\\\\", "x\\\"y\\\\", "\\u0041", "\u00e9");
    private static final List<String> SCALARS = List.of(
            "1", "-0", "1.50E+3", "true", "false", "null", "\"\"", "\"\\\\\"", "\"a\\\"b\"", "\"\\u00e9\u00e9\"");
    private static final List<String> BLANKS = List.of("", " ", "\n", "\r\n", "\r", "\t\n ");

    @Property(tries = 100)
    void regions_slice_back_to_what_was_written(@ForAll long seed, @ForAll boolean pairs, @ForAll boolean isLong) {
        Writing writing = new Writing(new Random(seed), pairs);
        writing.map(isLong ? 2_000 : 5);
        String text = writing.out.toString();

        List<String> read = new ArrayList<>();
        slices(root(text), Lines.of(text), read);

        assertThat(read).isEqualTo(writing.written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1.5", "true", "null", "\"a\"", "[]", "{}"})
    void a_value_alone_ends_before_what_follows(String value) {
        for (String blank : BLANKS) {
            assertThat(root(value + blank).region()).isEqualTo(new Region(1, 1, 1, value.length() + 1));
        }
    }

    @Test
    void a_key_that_stands_twice_is_told_with_its_whole_path() {
        String text = "{\"a\": [0, {\"b\":\n 1, \"c\": 2,\n \"b\": 3}]}";
        assertThat(((Parsed.Ok) Trees.parse("a.json", text)).remarks())
                .extracting(remark -> remark.message())
                .containsExactly("key `a[1].b` on line 1 is shadowed by line 3");
    }

    @Property(tries = 50)
    void of_each_key_the_last_counts(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("{");
        List<String> last = new ArrayList<>();
        for (int i = 0, n = random.nextInt(60); i < n; i++) {
            String key = "k" + random.nextInt(20);
            text.append(i == 0 ? "" : ",").append('"').append(key).append("\":").append(i);
            last.removeIf(entry -> entry.startsWith(key + "="));
            last.add(key + "=" + i);
        }
        Node.Mapping map = (Node.Mapping) root(text.append('}').toString());
        assertThat(map.entries())
                .extracting(entry -> entry.key() + "=" + ((Node.Scalar) entry.value()).text())
                .isEqualTo(last);
    }

    private static Node root(String text) {
        return ((Parsed.Ok) Trees.parse("a.json", text))
                .document()
                .parts()
                .get(0)
                .root();
    }

    private static void slices(Node node, Lines lines, List<String> out) {
        if (node instanceof Node.Mapping map) {
            for (Node.Entry entry : map.entries()) {
                out.add(lines.slice(entry.keyRegion()));
                slices(entry.value(), lines, out);
            }
        } else if (node instanceof Node.Sequence list) {
            list.items().forEach(item -> slices(item, lines, out));
        }
        out.add(lines.slice(node.region()));
    }

    /** Writes JSON and keeps the text of each key and value, a map's or list's behind those in it. */
    private static final class Writing {
        private final StringBuilder out = new StringBuilder();
        private final List<String> written = new ArrayList<>();
        private final Random random;
        private final boolean pairs;

        Writing(Random random, boolean pairs) {
            this.random = random;
            this.pairs = pairs;
        }

        void map(int size) {
            int start = out.length();
            out.append('{');
            for (int i = 0; i < size; i++) {
                out.append(i == 0 ? "" : ",").append(any(BLANKS));
                put("\"" + any(NAMES) + (pairs ? "\uD83D\uDE00" : "") + i + any(NAMES) + "\"");
                out.append(any(BLANKS)).append(':').append(any(BLANKS));
                value();
                out.append(any(BLANKS));
            }
            out.append('}');
            written.add(out.substring(start));
        }

        private void value() {
            switch (random.nextInt(6)) {
                case 0 -> map(random.nextInt(3));
                case 1 -> list(random.nextInt(3));
                default -> put(any(SCALARS));
            }
        }

        private void list(int size) {
            int start = out.length();
            out.append('[');
            for (int i = 0; i < size; i++) {
                out.append(i == 0 ? "" : ",").append(any(BLANKS));
                value();
            }
            out.append(']');
            written.add(out.substring(start));
        }

        private void put(String text) {
            out.append(text);
            written.add(text);
        }

        private String any(List<String> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
    }
}
