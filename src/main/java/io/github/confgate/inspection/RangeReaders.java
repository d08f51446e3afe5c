package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.change.Masking;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.PromotionLedger;
import io.github.confgate.fact.Reader;
import io.github.confgate.fact.java.ReaderFinder;
import io.github.confgate.fact.java.WantedKey;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.SourceReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which code of head reads the keys of a range. Where nothing changed, or nothing is Java, nothing is read. */
final class RangeReaders {

    private final Map<Change, List<Reader>> readers;
    private final List<Diagnostic> diagnostics;

    private RangeReaders(Map<Change, List<Reader>> readers, List<Diagnostic> diagnostics) {
        this.readers = readers;
        this.diagnostics = diagnostics;
    }

    static RangeReaders none() {
        return new RangeReaders(Map.of(), List.of());
    }

    static RangeReaders find(
            SourceReader reader, RangeFiles files, List<PromotionLedger.Subject> subjects, Masking masking) {
        List<Change> changes = subjects.stream()
                .map(PromotionLedger.Subject::change)
                .filter(change -> !change.isUnread())
                .toList();
        if (changes.isEmpty() || files.mainCode().isEmpty()) {
            return none();
        }
        Map<Change, Set<WantedKey>> wanted = new IdentityHashMap<>();
        changes.forEach(change -> wanted.put(change, new LinkedHashSet<>(WantedKey.of(key(change)))));
        new PassedOn(files).add(wanted);
        Set<WantedKey> all = new LinkedHashSet<>();
        changes.forEach(change -> all.addAll(wanted.getOrDefault(change, Set.of())));
        ReaderFinder finder = new ReaderFinder(reader, files.mainCode());
        Map<WantedKey, List<Reader>> found = finder.readers(all);
        Modules modules = new Modules(files);
        Map<Change, List<Reader>> readers = new IdentityHashMap<>();
        for (Change change : changes) {
            Map<String, Reader> ofChange = new TreeMap<>();
            for (WantedKey key : wanted.getOrDefault(change, Set.of())) {
                for (Reader each : found.getOrDefault(key, List.of())) {
                    if (modules.mayRead(each.location().path(), change.path())) {
                        ofChange.putIfAbsent(place(each), shown(each, masking));
                    }
                }
            }
            readers.put(change, List.copyOf(ofChange.values()));
        }
        return new RangeReaders(readers, finder.diagnostics());
    }

    private static String place(Reader reader) {
        return "%s:%06d:%06d".formatted(reader.location().path(), reader.location().region().line(), reader.location().region().column());
    }

    private static Reader shown(Reader reader, Masking masking) {
        Reader.Fallback fallback = reader.fallback();
        if (fallback == null) {
            return reader;
        }
        KeyPath key = KeyPath.ROOT;
        for (String name : reader.key().split("\\.")) {
            key = name.isEmpty() ? key : key.name(name);
        }
        return reader.showing(masking.text(key, fallback.text()));
    }

    /** The key within its part: of a removal the one that was. */
    static KeyPath key(Change change) {
        return change.after().or(change::before).map(Leaf::key).orElse(KeyPath.ROOT);
    }

    /** The code that reads a changed key, by place. */
    List<Reader> of(Change change) {
        return readers.getOrDefault(change, List.of());
    }

    List<Diagnostic> diagnostics() {
        return new ArrayList<>(diagnostics);
    }
}
