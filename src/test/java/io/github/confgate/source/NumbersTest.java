package io.github.confgate.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NumbersTest {

    @Property(tries = 200)
    void tellsHowManyAreBelow(@ForAll List<@IntRange(max = 30) Integer> some, @ForAll @IntRange(max = 31) int number) {
        Numbers numbers = new Numbers();
        some.stream().sorted().forEach(numbers::add);
        assertThat(numbers.below(number))
                .isEqualTo((int) some.stream().filter(each -> each < number).count());
        assertThat(numbers.toArray())
                .containsExactly(some.stream().sorted().mapToInt(each -> each).toArray());
    }
}
