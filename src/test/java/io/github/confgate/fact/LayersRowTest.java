package io.github.confgate.fact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Node;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.FileVersion;
import io.github.confgate.source.Region;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an environment got for {@code pool} from two files over each other. */
class LayersRowTest {

    private static final String LOW = "values.yaml";
    private static final String HIGH = "values-staging.yaml";
    private static final KeyPath.Segment PART = new KeyPath.Index(0);
    private static final KeyPath POOL = KeyPath.ROOT.name("pool");

    private final KeyLog.Shared shared = new KeyLog.Shared();
    private final Map<String, KeyLog> logs = new LinkedHashMap<>();
    private final Map<String, String> now = new HashMap<>();

    @Test
    void tellsTheHighestLayerThatHasTheKeyAtEachPoint() {
        is(LOW, 0, "none", "1");
        is(HIGH, 2, "none", "2");
        is(HIGH, 4, "2", "none");
        KeyTimeline first = told("1", Integer.MAX_VALUE);
        assertThat(first.isHeld()).isTrue();
        assertThat(start(first)).isEqualTo(4);
        KeyTimeline second = told("2", Integer.MAX_VALUE);
        assertThat(second.isHeld()).isFalse();
        assertThat(start(second)).isEqualTo(2);
    }

    @Test
    void tellsNothingOfALayerThatWasAlwaysOverridden() {
        is(HIGH, 0, "none", "2");
        is(LOW, 1, "none", "1");
        is(LOW, 3, "1", "5");
        KeyTimeline never = told("5", Integer.MAX_VALUE);
        assertThat(never.everHeld()).isTrue();
        assertThat(never.run()).isNull();
        assertThat(start(told("2", Integer.MAX_VALUE))).isZero();
    }

    @Test
    void tellsOnlyWhatWasThereBeforeACommit() {
        is(LOW, 0, "none", "1");
        is(LOW, 3, "1", "5");
        KeyTimeline before = told("5", 3);
        assertThat(before.run()).isNull();
        assertThat(before.tip().orElseThrow().leaves().get(0).text()).isEqualTo("1");
    }

    @Test
    void stopsWhereTheTimelineHasHeardEnough() {
        is(LOW, 0, "none", "1");
        is(LOW, 1, "1", "2");
        is(LOW, 2, "2", "3");
        LayersRow row = row(new KeyTimeline(wanted("3"), true), Integer.MAX_VALUE);
        assertThat(row.next()).isTrue();
        assertThat(row.point()).isEqualTo(2);
        assertThat(row.next()).isFalse();
        assertThat(row.point()).isEqualTo(2);
    }

    @Test
    void endsWhereNoLayerWasRecordedToChange() {
        is(LOW, 0, "none", "1");
        LayersRow row = row(new KeyTimeline(wanted("7"), true), Integer.MAX_VALUE);
        assertThat(row.next()).isTrue();
        assertThat(row.next()).isFalse();
    }

    /** A file holds another value from a commit on; {@code none} is no such key. */
    private void is(String path, int commit, String before, String value) {
        shared.add(commit, new CommitInfo("%040x".formatted(commit), Instant.EPOCH, "", ""));
        KeyLog log = logs.computeIfAbsent(path, key -> new KeyLog(shared, 0));
        log.add(commit, new SourceFile(path, SourceFile.Kind.FILE, "a".repeat(40), new Revision.Empty()));
        Was was = before.equals("none") ? new Was.Nothing() : new Was.Plain(ScalarType.INTEGER, before);
        log.add(commit, new KeyEvents.Key(PART, true, POOL), was);
        now.put(path, value.equals("none") ? "other: 1\n" : "other: 1\npool: " + value + "\n");
    }

    private KeyTimeline told(String value, int before) {
        KeyTimeline timeline = new KeyTimeline(wanted(value), true);
        LayersRow row = row(timeline, before);
        boolean more = row.next();
        while (more) {
            more = row.next();
        }
        timeline.tellBeginning();
        return timeline;
    }

    private LayersRow row(KeyTimeline timeline, int before) {
        LayerStack stack = new LayerStack(List.of(Layer.of(LOW), Layer.of(HIGH)), LayerStack.How.HELM);
        State state = state();
        List<LayerPast> pasts = List.of(HIGH, LOW).stream()
                .filter(logs::containsKey)
                .map(path -> new LayerPast(
                        stack,
                        Layer.of(path),
                        timeline.wanted(),
                        POOL,
                        Objects.requireNonNull(logs.get(path)),
                        state,
                        NOT_READ))
                .toList();
        return new LayersRow(pasts, before, timeline, number -> new FileVersion(-number, shared.commit(number), null));
    }

    private static int start(KeyTimeline timeline) {
        return -Objects.requireNonNull(timeline.run()).start().age();
    }

    private static Wanted wanted(String value) {
        Node node = new Node.Scalar(ScalarType.INTEGER, value, Region.start(), null);
        return new Wanted(PART, new Leaf(POOL, node, Region.start(), Region.start(), null), false, List.of());
    }

    private State state() {
        return new State() {
            @Override
            public boolean has(String path) {
                return now.containsKey(path);
            }

            @Override
            public Optional<Document> document(String path) {
                return Optional.ofNullable(now.get(path))
                        .map(text -> Documents.parse(path, text.getBytes(UTF_8), Limits.standard()))
                        .map(parsed -> ((Parsed.Ok) parsed).document());
            }
        };
    }

    /** All is recorded. */
    private static final Files NOT_READ = new Files() {
        @Override
        public Optional<Document> document(SourceFile file) {
            throw new AssertionError("read " + file);
        }

        @Override
        public Optional<Document> values(SourceFile file) {
            throw new AssertionError("read " + file);
        }

        @Override
        public boolean mayContain(SourceFile file, String text) {
            throw new AssertionError("read " + file);
        }
    };
}
