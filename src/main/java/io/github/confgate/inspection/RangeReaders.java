package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.change.Masking;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.PromotionLedger;
import io.github.confgate.fact.Reader;
import io.github.confgate.fact.Readership;
import io.github.confgate.fact.java.ReaderFinder;
import io.github.confgate.fact.java.WantedKey;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Region;
import io.github.confgate.source.SourceReader;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which code of head reads the keys of a range. Where nothing changed, or nothing is Java, nothing is read. */
final class RangeReaders implements Readership {

    private static final int MOST_BESIDE = 40;

    private final IdentityHashMap<Change, List<Reader>> readers = new IdentityHashMap<>();
    private final RangeFiles files;
    private final Masking masking;
    private final Modules modules;
    private final @Nullable ReaderFinder finder;

    private RangeReaders(RangeFiles files, Masking masking, @Nullable ReaderFinder finder) {
        this.files = files;
        this.masking = masking;
        this.modules = new Modules(files);
        this.finder = finder;
    }

    static RangeReaders find(
            SourceReader reader, RangeFiles files, List<PromotionLedger.Subject> subjects, Masking masking) {
        List<Change> changes = subjects.stream()
                .map(PromotionLedger.Subject::change)
                .filter(change -> !change.isUnread())
                .toList();
        if (changes.isEmpty() || files.mainCode().isEmpty()) {
            return new RangeReaders(files, masking, null);
        }
        ReaderFinder finder = new ReaderFinder(reader, files.mainCode());
        RangeReaders all = new RangeReaders(files, masking, finder);
        all.find(changes, finder);
        return all;
    }

    private void find(List<Change> changes, ReaderFinder from) {
        IdentityHashMap<Change, Set<WantedKey>> wanted = new IdentityHashMap<>();
        changes.forEach(change -> wanted.put(change, new LinkedHashSet<>(WantedKey.of(key(change)))));
        new PassedOn(files).add(wanted);
        Set<WantedKey> all = new LinkedHashSet<>();
        changes.forEach(change -> all.addAll(wanted.getOrDefault(change, Set.of())));
        Map<WantedKey, List<Reader>> found = from.readers(all);
        for (Change change : changes) {
            readers.put(change, of(change, wanted.getOrDefault(change, Set.of()), found));
        }
    }

    private List<Reader> of(Change change, Set<WantedKey> wanted, Map<WantedKey, List<Reader>> found) {
        Map<String, Reader> ofChange = new TreeMap<>();
        for (WantedKey key : wanted) {
            for (Reader each : found.getOrDefault(key, List.of())) {
                if (modules.mayRead(each.location().path(), change.path())) {
                    ofChange.putIfAbsent(place(each), shown(each));
                }
            }
        }
        return List.copyOf(ofChange.values());
    }

    private static String place(Reader reader) {
        Region region = reader.location().region();
        return "%s:%06d:%06d".formatted(reader.location().path(), region.line(), region.column());
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
        if (finder == null || keys.isEmpty()) {
            return List.of();
        }
        Set<WantedKey> wanted = new LinkedHashSet<>();
        keys.forEach(key -> wanted.addAll(WantedKey.of(key)));
        return of(change, wanted, finder.readers(wanted));
    }

    @Override
    public List<Reader> beside(Change change) {
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
        if (finder == null) {
            return Optional.empty();
        }
        KeyPath own = key(change);
        Set<WantedKey> set = new LinkedHashSet<>();
        beside(change, own).forEach(key -> set.addAll(WantedKey.of(key)));
        return WantedKey.of(own).stream()
                .filter(wanted -> !wanted.variable())
                .flatMap(wanted -> finder.nearly(wanted, set).stream())
                .filter(reader -> modules.mayRead(reader.location().path(), change.path()))
                .findFirst()
                .map(this::shown);
    }

    List<Diagnostic> diagnostics() {
        return finder == null ? List.of() : finder.diagnostics();
    }
}
