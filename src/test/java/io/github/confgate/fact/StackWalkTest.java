package io.github.confgate.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.document.Document;
import io.github.confgate.document.Documents;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.Part;
import io.github.confgate.inspection.MemorySource;
import io.github.confgate.source.Content;
import io.github.confgate.source.FileVersion;
import io.github.confgate.source.History;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The merged histories of a stack say what a look at every single commit says. */
class StackWalkTest {

    private static final List<String> PATHS = List.of("values.yaml", "common.yaml", "values-staging.yaml");
    private static final KeyPath.Segment PART = new KeyPath.Index(0);

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** What each file says in each commit: 0 is no file, 1 a file without the key, 2 and 3 are values. */
    @Provide
    Arbitrary<List<List<Integer>>> histories() {
        return Arbitraries.integers()
                .between(0, 3)
                .list()
                .ofSize(PATHS.size())
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 500)
    void equalsALookAtEveryCommit(@ForAll("histories") List<List<Integer>> history, @ForAll boolean removal) {
        MemorySource source = source(history);
        Revision.Commit tip = (Revision.Commit) source.present();
        Stack stack = new LayerStack(PATHS.stream().map(Layer::of).toList(), LayerStack.How.PLAIN);
        Leaf wanted =
                Leaves.of(document("key: first\n").orElseThrow().parts().get(0)).get(0);
        Files files = files(source);

        KeyTimeline walked = new KeyTimeline(new Wanted(PART, wanted, removal, List.of()), true);
        History.Tracked tracked = source.history(tip).track(PATHS);
        new StackWalk(files, stack, tracked::versions).walk(List.of(walked));

        KeyTimeline plain = new KeyTimeline(new Wanted(PART, wanted, removal, List.of()), true);
        for (int i = history.size() - 1; i >= 0; i--) {
            Revision revision = MemorySource.revision(i);
            State state = State.of(path -> source.file(revision, path), files);
            if (exists(history, i)) {
                FileVersion version =
                        new FileVersion(history.size() - 1 - i, source.commit((Revision.Commit) revision), null);
                plain.tell(version, stack.find(state, PART, wanted.key()).map(Stack.Found::held));
            }
        }
        plain.tellBeginning();
        assertThat(summary(walked)).isEqualTo(summary(plain));
    }

    /** What a file says in a commit; the first is no file, the last cannot be read. */
    private static final List<String> TEXTS = List.of(
            "",
            "other: 1\n",
            "map: {a: 1, b: 1, c: 1, d: 1, e: 1}\nlist: [{name: x, v: 1}]\nkey: first\n",
            "map: {a: 2, b: 1, c: 1, d: 1, e: 2}\nlist: [{name: x, v: 2}]\nkey: first\n",
            "list: [{name: y, v: 1}, {name: x, v: 1}]\nmap: {a: 1}\nkey: second\n",
            "map: null\nlist: []\nkey: second\n",
            "map: [1, 2\n");

    @Provide
    Arbitrary<List<List<Integer>>> richHistories() {
        return Arbitraries.integers()
                .between(0, TEXTS.size() - 1)
                .list()
                .ofSize(PATHS.size())
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 300)
    void tellsManyKeysTogetherAsALookAtEveryCommitDoes(@ForAll("richHistories") List<List<Integer>> history) {
        Stack stack = new LayerStack(PATHS.stream().map(Layer::of).toList(), LayerStack.How.HELM);
        tellsAsALookAtEveryCommitDoes(history, TEXTS, stack, TEXTS.subList(2, 5));
    }

    /** The same in several spellings, some of which stand side by side. */
    private static final List<String> SPELLINGS = List.of(
            "",
            "other: 1\n",
            "my-map: {a-b: 1, c: 1}\nlist: [{name: x, v: 1}]\nserver: {time-out: 1}\n",
            "myMap: {aB: 1, c: 2}\nlist: [{name: x, v: 2}]\nSERVER_TIME_OUT: 1\n",
            "server: {timeOut: 2, time-out: 3}\nmymap: {a_b: 2}\nmy-map: null\n",
            "server: {time-out: 3, timeOut: 2}\nmymap: {a_b: 2}\nmy-map: null\n",
            "server.timeOut: 4\nMY_MAP_AB: 5\nmy: {map: {ab: 6}}\n",
            "map: [1, 2\n");

    private static final List<String> PROFILES = List.of(
            "",
            "other: 1\n",
            "key: 1\n---\nspring: {config: {activate: {on-profile: staging}}}\nkey: 2\nmy-map: {a: 1}\n",
            "key: 1\n---\nspring: {config: {activate: {on-profile: production}}}\nkey: 2\nmy-map: {a: 1}\n",
            "key: 3\nspring: {profiles: staging}\n---\nspring: {config: {activate: {on-profile: staging}}}\nmyMap: {a: 2}\n",
            "key: 1\n---\nspring: {config: {activate: {on-profile: staging}}}\nkey: 2\nmy-map: {a: 2}\n",
            "map: [1, 2\n");

    @Provide
    Arbitrary<List<List<Integer>>> spelledHistories() {
        return Arbitraries.integers()
                .between(0, SPELLINGS.size() - 1)
                .list()
                .ofSize(PATHS.size())
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 200)
    void tellsKeysOfAnySpellingAsALookAtEveryCommitDoes(@ForAll("spelledHistories") List<List<Integer>> history) {
        Stack stack = new LayerStack(PATHS.stream().map(Layer::of).toList(), LayerStack.How.RELAXED);
        tellsAsALookAtEveryCommitDoes(history, SPELLINGS, stack, SPELLINGS.subList(2, 7));
    }

    @Property(tries = 200)
    void tellsKeysOfProfilesAsALookAtEveryCommitDoes(@ForAll("richHistories") List<List<Integer>> history) {
        Stack stack = new LayerStack(
                PATHS.stream()
                        .map(path -> new Layer(path, KeyPath.ROOT, List.of("staging")))
                        .toList(),
                LayerStack.How.RELAXED);
        tellsAsALookAtEveryCommitDoes(history, PROFILES, stack, PROFILES.subList(2, 6));
    }

    private static void tellsAsALookAtEveryCommitDoes(
            List<List<Integer>> history, List<String> texts, Stack stack, List<String> asked) {
        MemorySource source = source(history, texts);
        Revision.Commit tip = (Revision.Commit) source.present();
        Files files = files(source);
        List<Wanted> wanted = new ArrayList<>();
        for (String text : asked) {
            for (Part part : document(text).orElseThrow().parts()) {
                for (Leaf leaf : Leaves.of(part)) {
                    wanted.add(new Wanted(PART, leaf, false, List.of()));
                    wanted.add(new Wanted(PART, leaf, true, List.of()));
                }
            }
        }
        Instant lately = START.plusSeconds(3600L * history.size() / 2);
        List<KeyTimeline> walked = timelines(wanted, lately);
        History.Tracked tracked = source.history(tip).track(PATHS);
        new StackWalk(files, stack, tracked::versions).walk(walked);

        List<KeyTimeline> plain = timelines(wanted, lately);
        for (KeyTimeline timeline : plain) {
            for (int i = history.size() - 1; i >= 0; i--) {
                Revision revision = MemorySource.revision(i);
                State state = State.of(path -> source.file(revision, path), files);
                if (exists(history, i) && !timeline.isDone()) {
                    FileVersion version =
                            new FileVersion(history.size() - 1 - i, source.commit((Revision.Commit) revision), null);
                    timeline.tell(
                            version,
                            stack.find(state, PART, timeline.wanted().key()).map(Stack.Found::held));
                }
            }
            timeline.tellBeginning();
        }
        assertThat(walked.stream().map(StackWalkTest::summary).toList())
                .isEqualTo(plain.stream().map(StackWalkTest::summary).toList());
    }

    private static List<KeyTimeline> timelines(List<Wanted> wanted, Instant lately) {
        List<KeyTimeline> timelines = new ArrayList<>();
        for (Wanted each : wanted) {
            timelines.add(new KeyTimeline(each, true));
            timelines.add(KeyTimeline.since(lately, each, true));
        }
        return timelines;
    }

    /** Before the first of the files there is nothing to tell. */
    private static boolean exists(List<List<Integer>> history, int commit) {
        return history.subList(0, commit + 1).stream()
                .anyMatch(row -> row.stream().anyMatch(kind -> kind > 0));
    }

    private static String summary(KeyTimeline timeline) {
        KeyTimeline.Run run = timeline.run();
        FileVersion end = run == null ? null : run.end();
        return "held " + timeline.everHeld() + ", tip "
                + timeline.tip()
                        .map(held -> held.leaves().stream().map(Leaf::text).toList())
                + (timeline.tip().isPresent() ? " since " + timeline.tipSince() : "")
                + ", run " + (run == null ? "-" : run.start().age() + " to " + (end == null ? "now" : end.age()))
                + ", back " + timeline.wentBack();
    }

    private static MemorySource source(List<List<Integer>> history) {
        return source(history, List.of("", "other: 1\n", "key: first\n", "key: second\n"));
    }

    private static MemorySource source(List<List<Integer>> history, List<String> texts) {
        List<MemorySource.Snapshot> snapshots = new ArrayList<>();
        Instant time = START;
        for (List<Integer> row : history) {
            Map<String, String> files = new HashMap<>();
            for (int i = 0; i < row.size(); i++) {
                String text = texts.get(row.get(i));
                if (!text.isEmpty()) {
                    files.put(PATHS.get(i), text);
                }
            }
            time = time.plusSeconds(3600);
            snapshots.add(new MemorySource.Snapshot(time, files));
        }
        return new MemorySource(snapshots);
    }

    private static Files files(MemorySource source) {
        return new Files() {
            @Override
            public Optional<Document> document(SourceFile file) {
                return StackWalkTest.document(text(file));
            }

            @Override
            public Optional<Document> values(SourceFile file) {
                return document(file);
            }

            @Override
            public boolean mayContain(SourceFile file, String text) {
                return text(file).contains(text);
            }

            private String text(SourceFile file) {
                return new String(((Content.Bytes) source.read(file, 1000)).bytes(), StandardCharsets.UTF_8);
            }
        };
    }

    private static Optional<Document> document(String text) {
        Parsed parsed = Documents.parse("values.yaml", text.getBytes(StandardCharsets.UTF_8), Limits.standard());
        return parsed instanceof Parsed.Ok ok ? Optional.of(ok.document()) : Optional.empty();
    }
}
