package io.github.confgate.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Part;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.FileVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far back history is asked. */
class KeyTimelineTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Wanted WANTED =
            new Wanted(new KeyPath.Index(0), Leaves.of(part("wanted")).get(0), false, List.of());

    @Test
    void whatCannotHaveEndedLatelyIsNotSearchedFor() {
        KeyTimeline own = KeyTimeline.since(NOW.minus(Duration.ofDays(30)), WANTED, true);
        own.tell(version(0, 1), held("other"));
        assertThat(own.isDone()).isFalse();
        own.tell(version(1, 31), held("old"));
        assertThat(own.isDone()).isTrue();
        assertThat(own.run()).isNull();
    }

    @Test
    void whatEndedLatelyIsFollowedToItsBeginning() {
        KeyTimeline own = KeyTimeline.since(NOW.minus(Duration.ofDays(30)), WANTED, true);
        own.tell(version(0, 1), held("other"));
        own.tell(version(1, 400), held("wanted"));
        assertThat(own.isDone()).isFalse();
        own.tell(version(2, 500), held("wanted"));
        own.tell(version(3, 600), held("old"));
        assertThat(own.isDone()).isTrue();
        KeyTimeline.Run run = Objects.requireNonNull(own.run());
        assertThat(run.start()).isEqualTo(version(2, 500));
        assertThat(run.end()).isEqualTo(version(0, 1));
    }

    @Test
    void aVersionThatCannotHoldTheValueCountsLikeOneThatWasRead() {
        KeyTimeline own = KeyTimeline.since(NOW.minus(Duration.ofDays(30)), WANTED, true);
        own.tell(version(0, 1), held("other"));
        own.passOver(version(1, 31));
        assertThat(own.isDone()).isTrue();
    }

    @Test
    void ofAValueThatTheRangeBringsOnlyTheTipIsAsked() {
        KeyTimeline brought = new KeyTimeline(WANTED, true);
        brought.askOnlyOfTip();
        brought.tell(version(0, 1), held("other"));
        assertThat(brought.isDone()).isTrue();
        assertThat(brought.tip()).isPresent();
        assertThat(brought.tipSince()).isNull();
    }

    @Test
    void whereTheTipHoldsTheValueSinceWhenItDoesIsStillAsked() {
        KeyTimeline brought = new KeyTimeline(WANTED, true);
        brought.askOnlyOfTip();
        brought.tell(version(0, 1), held("wanted"));
        assertThat(brought.isDone()).isFalse();
        brought.tell(version(1, 2), held("old"));
        assertThat(brought.isDone()).isTrue();
        assertThat(brought.tipSince()).isEqualTo(version(0, 1).commit());
    }

    private static FileVersion version(int age, int days) {
        return new FileVersion(
                age, new CommitInfo("%040d".formatted(age), NOW.minus(Duration.ofDays(days)), "", ""), null);
    }

    private static Optional<Lookup.Held> held(String value) {
        return Lookup.find(part(value), WANTED.key());
    }

    private static Part part(String value) {
        byte[] text = ("key: " + value + "\n").getBytes(StandardCharsets.UTF_8);
        Document document = ((Parsed.Ok) Documents.parse("a.yaml", text, Limits.standard())).document();
        return document.parts().get(0);
    }
}
