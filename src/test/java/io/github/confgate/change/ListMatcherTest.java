package io.github.confgate.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ListMatcherTest {

    @Test
    void pairs_equal_items_in_rising_order() {
        int[] before = {1, 2, 3, 4, 5};
        assertThat(ListMatcher.align(before, new int[] {1, 3, 9, 4, 2, 5})).containsExactly(0, 2, -1, 3, -1, 4);
    }

    @Test
    void does_not_cut_a_list_once_more_for_each_item_that_a_cut_leaves_alone() {
        int pairs = 20_000;
        int[] before = cut(pairs, -1);
        int[] after = cut(pairs, -2);
        int[] partner = ListMatcher.align(before, after);
        assertThat(Arrays.stream(partner).filter(i -> i >= 0).count()).isPositive();
        for (int i = 0; i < partner.length; i++) {
            assertThat(partner[i] < 0 || before[partner[i]] == after[i]).isTrue();
        }
    }

    /** Each item twice, the second time behind the next one, and something else between each two. */
    private static int[] cut(int pairs, int between) {
        int[] list = new int[4 * pairs];
        for (int i = 0; i < pairs; i++) {
            list[4 * i] = between;
            list[4 * i + 1] = i + 1;
            list[4 * i + 2] = between;
            list[4 * i + 3] = i;
        }
        return list;
    }
}
