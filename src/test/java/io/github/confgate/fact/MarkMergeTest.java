package io.github.confgate.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.ScalarType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MarkMergeTest {

    private static final Was NOTHING = new Was.Nothing();

    @Property(tries = 300)
    void tellsEachCommitOnceNewestFirst(
            @ForAll @Size(max = 4) List<@Size(max = 8) List<@IntRange(max = 9) Integer>> rows) {
        TreeMap<Integer, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
        rows.forEach(row -> row.forEach(commit -> counts.merge(commit, 1, Integer::sum)));
        List<KeyLog.Mark> expected = new ArrayList<>();
        counts.forEach((commit, count) -> expected.add(new KeyLog.Mark(commit, count == 1 ? NOTHING : null)));

        List<KeyLog.Mark> told = new ArrayList<>();
        new MarkMerge(
                        rows.stream()
                                .map(row -> row.stream()
                                        .sorted(Comparator.reverseOrder())
                                        .map(commit -> new KeyLog.Mark(commit, NOTHING))
                                        .iterator())
                                .toList(),
                        false)
                .forEachRemaining(told::add);
        assertThat(told).isEqualTo(expected);
    }

    @Test
    void readsOfALongRowOnlyWhatIsAskedFor() {
        List<Integer> read = new ArrayList<>();
        Iterator<KeyLog.Mark> row = IntStream.iterate(1_000_000, i -> i - 1)
                .peek(read::add)
                .mapToObj(i -> new KeyLog.Mark(i, NOTHING))
                .iterator();
        assertThat(new MarkMerge(List.of(row), true).next().commit()).isEqualTo(1_000_000);
        assertThat(read).hasSizeLessThan(5);
    }

    @Test
    void takesTheWordOfWhoKnowsWhatTheKeyHeldInACommitThatChangedMore() {
        Was held = new Was.Plain(ScalarType.STRING, "on");
        assertThat(together(held, true).was()).isEqualTo(held);
        assertThat(together(held, false).was()).isEqualTo(held);
        assertThat(together(NOTHING, true).was()).isEqualTo(NOTHING);
        // Another spelling of it may have been there.
        assertThat(together(NOTHING, false).was()).isNull();
    }

    private static KeyLog.Mark together(Was known, boolean sure) {
        List<Iterator<KeyLog.Mark>> rows = List.of(
                List.of(new KeyLog.Mark(7, known)).iterator(),
                List.of(new KeyLog.Mark(7, null)).iterator());
        return new MarkMerge(rows, sure).next();
    }
}
