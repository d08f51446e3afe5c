package io.github.confgate.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.source.Region;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntriesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 17, 1_000})
    void each_key_is_found_however_often_it_is_asked_for(int size) {
        Node.Mapping map = map(size);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < size; i++) {
                assertThat(map.entry("key-" + i)).isSameAs(map.entries().get(i));
                assertThat(map.get("key-" + i)).isSameAs(map.entries().get(i).value());
            }
            assertThat(map.get("key-" + size)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 1_000})
    void a_map_is_equal_to_one_that_was_never_searched(int size) {
        Node.Mapping searched = map(size);
        for (int i = 0; i < size; i++) {
            searched.get("key-" + i);
        }
        assertThat(searched)
                .isEqualTo(map(size))
                .hasSameHashCodeAs(map(size))
                .hasToString(map(size).toString());
        assertThat(searched.entries()).isEqualTo(List.copyOf(map(size).entries()));
        assertThat(List.copyOf(map(size).entries())).isEqualTo(searched.entries());
        assertThat(searched).isNotEqualTo(map(size + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17})
    void an_alias_shares_the_entries(int size) {
        Node.Mapping map = map(size);
        assertThat(((Node.Mapping) map.at(new Region(9, 1, 9, 2))).entries()).isSameAs(map.entries());
    }

    private static Node.Mapping map(int size) {
        Region region = Region.start();
        List<Node.Entry> entries = IntStream.range(0, size)
                .mapToObj(i -> new Node.Entry(
                        "key-" + i, region, new Node.Scalar(ScalarType.INTEGER, Integer.toString(i), region, null)))
                .toList();
        return new Node.Mapping(entries, region, null);
    }
}
