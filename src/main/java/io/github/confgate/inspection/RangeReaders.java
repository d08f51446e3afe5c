package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.change.Masking;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.DeclaredCode;
import io.github.confgate.fact.PromotionLedger;
import io.github.confgate.fact.Reader;
import io.github.confgate.fact.Readership;
import io.github.confgate.fact.java.CodeCaches;
import io.github.confgate.fact.java.WantedKey;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Region;
import io.github.confgate.source.SourceReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which code reads the keys of a range. Where nothing changed, or nothing is Java, nothing is read. */
final class RangeReaders implements Readership {

    private static final int MOST_BESIDE = 40;

    /** Makes numbers of the same length, so that texts sort as they do; a formatter takes 20 ms to load. */
    private static final int PAST_ALL_LINES = 10_000_000;

    private final IdentityHashMap<Change, List<Reader>> readers = new IdentityHashMap<>();
    private final RangeFiles files;
    private final Masking masking;
    private final Modules modules;
    private final SearchedCode code;

    private RangeReaders(RangeFiles files, Masking masking, SearchedCode code) {
        this.files = files;
        this.masking = masking;
        this.modules = new Modules(files);
        this.code = code;
    }

    static RangeReaders find(
            SourceReader reader,
            RangeFiles files,
            List<DeclaredCode> declared,
            CodeCaches caches,
            List<PromotionLedger.Subject> subjects,
            Masking masking) {
        List<Change> changes = subjects.stream()
                .map(PromotionLedger.Subject::change)
                .filter(change -> !change.isUnread())
                .toList();
        SearchedCode code = changes.isEmpty()
                ? new SearchedCode(List.of(), List.of())
                : SearchedCode.of(reader, files.mainCode(), declared, caches);
        RangeReaders all = new RangeReaders(files, masking, code);
        if (!code.isEmpty()) {
            all.find(changes);
        }
        return all;
    }

    private void find(List<Change> changes) {
        IdentityHashMap<Change, Set<WantedKey>> wanted = new IdentityHashMap<>();
        changes.forEach(change -> wanted.put(change, new LinkedHashSet<>(WantedKey.of(key(change)))));
        new PassedOn(files).add(wanted);
        Set<WantedKey> all = new LinkedHashSet<>();
        changes.forEach(change -> all.addAll(wanted.getOrDefault(change, Set.of())));
        List<Map<WantedKey, List<Reader>>> found = found(all);
        for (Change change : changes) {
            readers.put(change, of(change, wanted.getOrDefault(change, Set.of()), found));
        }
    }

    /** The readers of some keys, one map a place. */
    private List<Map<WantedKey, List<Reader>>> found(Set<WantedKey> wanted) {
        return code.places().stream().map(place -> place.readers(wanted)).toList();
    }

    private List<Reader> of(Change change, Set<WantedKey> wanted, List<Map<WantedKey, List<Reader>>> found) {
        List<Reader> all = new ArrayList<>();
        for (Map<WantedKey, List<Reader>> ofPlace : found) {
            Map<String, Reader> ofChange = new TreeMap<>();
            for (WantedKey key : wanted) {
                for (Reader each : ofPlace.getOrDefault(key, List.of())) {
                    if (mayRead(each, change)) {
                        ofChange.putIfAbsent(place(each), shown(each));
                    }
                }
            }
            all.addAll(ofChange.values());
        }
        return List.copyOf(all);
    }

    /** Which program of another repository gets this configuration nobody knows here. */
    private boolean mayRead(Reader reader, Change change) {
        return !reader.repository().isEmpty()
                || modules.mayRead(reader.location().path(), change.path());
    }

    private static String place(Reader reader) {
        Region region = reader.location().region();
        return reader.location().path()
                + ':'
                + (PAST_ALL_LINES + region.line())
                + ':'
                + (PAST_ALL_LINES + region.column());
    }

    private Reader shown(Reader reader) {
        Reader.Fallback fallback = reader.fallback();
        if (fallback == null) {
            return reader;
        }
        return reader.showing(masking.text(CodeNotices.key(reader.key()), fallback.text()));
    }

    /** The key within its part: of a removal the one that was. */
    static KeyPath key(Change change) {
        return change.after().or(change::before).map(Leaf::key).orElse(KeyPath.ROOT);
    }

    /** The code that reads a changed key, by place. */
    List<Reader> of(Change change) {
        return readers.getOrDefault(change, List.of());
    }

    @Override
    public List<Reader> before(Change change) {
        return change instanceof Change.Moved moved
                ? ofKeys(change, List.of(moved.old().key()))
                : of(change);
    }

    private List<Reader> ofKeys(Change change, List<KeyPath> keys) {
        if (code.isEmpty() || keys.isEmpty()) {
            return List.of();
        }
        Set<WantedKey> wanted = new LinkedHashSet<>();
        keys.forEach(key -> wanted.addAll(WantedKey.of(key)));
        return of(change, wanted, found(wanted));
    }

    /** Where some code could not be read, nobody can say that none reads the key. */
    private boolean isWhole() {
        return code.lost().isEmpty();
    }

    @Override
    public List<Reader> beside(Change change) {
        if (code.isEmpty() || !isWhole()) {
            return List.of();
        }
        KeyPath own = key(change);
        List<KeyPath> others = beside(change, own).stream()
                .filter(key -> !key.equals(own))
                .limit(MOST_BESIDE)
                .toList();
        return ofKeys(change, others);
    }

    private List<KeyPath> beside(Change change, KeyPath own) {
        return files.around().leavesAfter(change).stream()
                .map(Leaf::key)
                .filter(key -> key.parent().equals(own.parent()))
                .toList();
    }

    @Override
    public Optional<Reader> misspelt(Change change) {
        if (code.isEmpty() || !isWhole()) {
            return Optional.empty();
        }
        KeyPath own = key(change);
        Set<WantedKey> set = new LinkedHashSet<>();
        beside(change, own).forEach(key -> set.addAll(WantedKey.of(key)));
        return WantedKey.of(own).stream()
                .filter(wanted -> !wanted.variable())
                .flatMap(wanted -> code.places().stream().flatMap(place -> place.nearly(wanted, set).stream()))
                .filter(reader -> mayRead(reader, change))
                .findFirst()
                .map(this::shown);
    }

    /** Keeps for later runs what was learnt of the code. */
    void save() {
        code.save();
    }

    List<Diagnostic> diagnostics() {
        return code.diagnostics();
    }
}
