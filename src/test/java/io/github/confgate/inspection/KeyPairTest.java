package io.github.confgate.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.change.PartRef;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Part;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When values differ by design, as far as history tells. */
class KeyPairTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final KeyPair pair = new KeyPair("p.yml", "staging", "production", leaf("x"), leaf("y"));

    @Test
    void valuesThatStoodSideBySideForAMonthDiffer() {
        pair.follow(START, leaf("6"), leaf("2"));

        assertThat(pair.alwaysDiffered(day(29))).isFalse();
        assertThat(pair.alwaysDiffered(day(30))).isTrue();
    }

    @Test
    void valuesThatBothChangedDifferAtOnce() {
        pair.follow(START, leaf("6"), leaf("2"));
        pair.follow(day(1), leaf("8"), leaf("2"));
        assertThat(pair.alwaysDiffered(day(2))).isFalse();

        pair.follow(day(2), leaf("8"), leaf("3"));
        assertThat(pair.alwaysDiffered(day(2))).isTrue();
    }

    @Test
    void aVersionThatStagingIsAlwaysAheadOfIsPromotedAllTheSame() {
        pair.follow(START, leaf("v1"), leaf("v2"));
        pair.follow(day(1), leaf("v1"), leaf("v3"));
        pair.follow(day(2), leaf("v2"), leaf("v3"));

        assertThat(pair.alwaysDiffered(day(90))).isFalse();
    }

    @Test
    void valuesThatWereEqualOnceDoNot() {
        pair.follow(START, leaf("1m"), leaf("60s"));
        pair.follow(day(1), leaf("2m"), leaf("60s"));

        assertThat(pair.alwaysDiffered(day(90))).isFalse();
    }

    private static Instant day(int days) {
        return START.plusSeconds(days * 86_400L);
    }

    private static PlacedLeaf leaf(String value) {
        Parsed parsed = Documents.parse("a.yml", ("key: " + value + "\n").getBytes(UTF_8), Limits.standard());
        Part part = ((Parsed.Ok) parsed).document().parts().get(0);
        return new PlacedLeaf(new PartRef(part.id(), true), Leaves.of(part).get(0));
    }
}
