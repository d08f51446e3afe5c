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
import io.github.confgate.source.Region;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What one layer said of {@code db.pool}, from records where they tell it, else from the file as it was. */
class LayerPastTest {

    private static final String PATH = "values.yaml";
    private static final KeyPath.Segment PART = new KeyPath.Index(0);
    private static final KeyPath DB = KeyPath.ROOT.name("db");
    private static final KeyPath POOL = DB.name("pool");

    private final KeyLog.Shared shared = new KeyLog.Shared();
    private final KeyLog log = new KeyLog(shared, 0);
    private final Map<String, String> texts = new HashMap<>();
    private final List<String> read = new ArrayList<>();
    private String now = "";

    @Test
    void saysWhatIsThereBeforeItGoesBack() {
        version(0, "db: {pool: 20}\n");
        assertThat(said(past())).containsExactly("20");
    }

    @Test
    void saysWhatWasRecordedWithoutReadingAnything() {
        version(0, "db: {pool: 10}\n");
        version(5, "db: {pool: 20}\n");
        changed(5, POOL, plain("10"));
        LayerPast past = past();
        assertThat(past.newest()).isEqualTo(5);
        past.goBefore(5);
        assertThat(said(past)).containsExactly("10");
        assertThat(read).isEmpty();
        assertThat(past.newest()).isNegative();
    }

    @Test
    void staysAsItIsWhereAnotherLayerChanged() {
        version(0, "db: {pool: 10}\n");
        version(5, "db: {pool: 20}\n");
        changed(5, POOL, plain("10"));
        LayerPast past = past();
        past.goBefore(9);
        assertThat(said(past)).containsExactly("20");
        assertThat(past.newest()).isEqualTo(5);
    }

    @Test
    void readsTheFileAsItWasWhereNothingTellsWhatTheKeyHeld() {
        version(0, "db: {pool: 10}\n");
        version(5, "db: {pool: 20}\n");
        log.addMark(5);
        LayerPast past = past();
        past.goBefore(5);
        assertThat(said(past)).containsExactly("10");
        assertThat(read).containsExactly("0");
    }

    @Test
    void saysNothingBeforeTheFileCame() {
        version(5, "db: {pool: 20}\n");
        log.addMark(5);
        LayerPast past = past();
        past.goBefore(5);
        assertThat(past.said()).isEmpty();
    }

    @Test
    void leavesLowerLayersToBeSeenThroughMaps() {
        version(0, "db: {size: 1}\n");
        version(5, "db: {pool: 20, size: 1}\n");
        changed(5, POOL, new Was.Nothing());
        LayerPast past = past();
        past.goBefore(5);
        assertThat(past.said()).containsExactly(new LayerStack.Said(Optional.empty(), false));
        assertThat(read).isEmpty();
    }

    @Test
    void looksAgainWhetherItHidesLowerLayersWhereWhatStandsAboveTheKeyChanged() {
        version(0, "db: ~\n");
        version(5, "db: {pool: 20}\n");
        changed(5, POOL, new Was.Nothing());
        changed(5, DB, plain(""));
        LayerPast past = past();
        past.goBefore(5);
        assertThat(past.said()).containsExactly(new LayerStack.Said(Optional.empty(), true));
    }

    private LayerPast past() {
        State state = State.of(path -> path.equals(PATH) ? Optional.of(file("now")) : Optional.empty(), files());
        texts.put("now", now);
        Layer layer = Layer.of(PATH);
        LayerStack stack = new LayerStack(List.of(layer), LayerStack.How.HELM);
        Leaf leaf = new Leaf(
                POOL,
                new Node.Scalar(ScalarType.INTEGER, "20", Region.start(), null),
                Region.start(),
                Region.start(),
                null);
        return new LayerPast(stack, layer, new Wanted(PART, leaf, false, List.of()), POOL, log, state, files());
    }

    private void version(int commit, String text) {
        shared.add(commit, new CommitInfo("%040x".formatted(commit), Instant.EPOCH, "", ""));
        texts.put(String.valueOf(commit), text);
        log.add(commit, file(String.valueOf(commit)));
        now = text;
    }

    private void changed(int commit, KeyPath key, Was was) {
        log.add(commit, new KeyEvents.Key(PART, true, key), was);
    }

    private static Was plain(String text) {
        return text.isEmpty() ? new Was.Plain(ScalarType.NULL, "~") : new Was.Plain(ScalarType.INTEGER, text);
    }

    private static SourceFile file(String version) {
        String blob = version.equals("now") ? "f".repeat(40) : "a" + "%039x".formatted(Integer.parseInt(version));
        return new SourceFile(PATH, SourceFile.Kind.FILE, blob, new Revision.Empty());
    }

    private static List<String> said(LayerPast past) {
        return StreamSupport.stream(past.said().spliterator(), false)
                .flatMap(said -> said.held().stream())
                .flatMap(held -> held.leaves().stream())
                .map(Leaf::text)
                .toList();
    }

    private Files files() {
        return new Files() {
            @Override
            public Optional<Document> document(SourceFile file) {
                String text = texts.getOrDefault(version(file), "");
                return Optional.of(
                        ((Parsed.Ok) Documents.parse(PATH, text.getBytes(UTF_8), Limits.standard())).document());
            }

            @Override
            public Optional<Document> values(SourceFile file) {
                read.add(version(file));
                return document(file);
            }

            @Override
            public boolean mayContain(SourceFile file, String text) {
                return true;
            }
        };
    }

    private static String version(SourceFile file) {
        return file.blob().startsWith("f")
                ? "now"
                : String.valueOf(Integer.parseInt(file.blob().substring(1), 16));
    }
}
