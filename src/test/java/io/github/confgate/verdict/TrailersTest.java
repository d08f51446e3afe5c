package io.github.confgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrailersTest {

    private static List<String> told(String message) {
        return Trailers.of(message).stream().map(WrittenClaim::text).toList();
    }

    @Test
    void standInTheLastParagraph() {
        assertThat(told("""
                Raise the pool

                Confgate-Waive: not-this one is prose

                Confgate-Waive: pool-raised we measured it
                Reviewed-by: Grace
                confgate-waive: a-rule,b-rule, c-rule for all three
                """)).containsExactly("pool-raised: we measured it", "a-rule, b-rule, c-rule: for all three");
    }

    @Test
    void mayLackAReason() {
        assertThat(told("Raise the pool\n\nConfgate-Waive: pool-raised\n")).containsExactly("pool-raised");
        assertThat(told("Raise the pool\n\nConfgate-Waive:\n")).containsExactly("");
        assertThat(told("Raise the pool\n")).isEmpty();
        assertThat(told("")).isEmpty();
    }
}
