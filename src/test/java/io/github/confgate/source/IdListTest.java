package io.github.confgate.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IdListTest {

    /** Ids of few kinds, so that many are equal and many begin alike. */
    @Provide
    Arbitrary<List<String>> ids() {
        Arbitrary<String> ends = Arbitraries.of("0", "1", "f").map(digit -> "00abcdef" + "4".repeat(31) + digit);
        Arbitrary<String> starts = Arbitraries.of("0", "7", "f").map(digit -> digit + "4".repeat(39));
        return Arbitraries.oneOf(ends, starts).list().ofMaxSize(40);
    }

    @Property(tries = 200)
    void findsWhatAListFinds(@ForAll("ids") List<String> some, @ForAll("ids") List<String> more) {
        IdList ids = new IdList();
        some.forEach(ids::add);
        more.forEach(id -> assertThat(ids.indexOf(id)).isEqualTo(some.indexOf(id)));
        more.forEach(ids::add);
        assertThat(ids.size()).isEqualTo(some.size() + more.size());
        for (int i = 0; i < ids.size(); i++) {
            assertThat(ids.get(i)).isEqualTo(i < some.size() ? some.get(i) : more.get(i - some.size()));
            int first = some.indexOf(ids.get(i));
            assertThat(ids.indexOf(ids.get(i))).isEqualTo(first >= 0 ? first : some.size() + more.indexOf(ids.get(i)));
        }
    }

    @Test
    void noIdIsTheEmptyText() {
        IdList ids = new IdList();
        ids.add("");
        assertThat(ids.get(0)).isEmpty();
        assertThat(ids.indexOf("index")).isEqualTo(-1);
    }

    @Test
    void refusesIdsOfAnotherLength() {
        assertThatThrownBy(() -> new IdList().add("abcd")).isInstanceOf(IllegalArgumentException.class);
    }
}
