package io.github.confgate.fact;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Lookup;
import io.github.confgate.source.FileVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** When the keys of a file, or of a stack of files, changed, and what they held before. Filled oldest first. */
final class KeyLog {

    private final int since;
    private final List<FileVersion> versions = new ArrayList<>();
    private final List<FileVersion> marks = new ArrayList<>();
    private final Map<String, List<Event>> events = new HashMap<>();
    private @Nullable KeyLog origin;

    /** @param since the number of the commit before which nothing is recorded */
    KeyLog(int since) {
        this.since = since;
    }

    /**
     * A change of one key.
     *
     * @param alone whether the key's part was the only one of its file
     * @param before what the key held until then; null when that has to be looked up
     */
    record Event(
            FileVersion version,
            KeyPath.Segment part,
            boolean alone,
            KeyPath key,
            @Nullable Was before) {}

    /** What a key held, if anything. */
    record Was(Optional<Lookup.Held> held) {}

    /**
     * A commit by which a key may have changed.
     *
     * @param was what the key held until then; null when that has to be looked up
     */
    record Mark(FileVersion version, @Nullable Was was) {}

    int since() {
        return since;
    }

    /** The log of the same file under another name from a commit on. */
    KeyLog renamed(int number) {
        KeyLog log = new KeyLog(number);
        log.versions.addAll(versions);
        log.origin = this;
        return log;
    }

    void add(FileVersion version) {
        versions.add(version);
    }

    /** A version that is not told by its changed keys. */
    void addMark(FileVersion version) {
        marks.add(version);
    }

    void add(Event event) {
        events.computeIfAbsent(uniform(event.key()), key -> new ArrayList<>(2)).add(event);
    }

    @Nullable
    FileVersion newest() {
        return versions.isEmpty() ? null : versions.get(versions.size() - 1);
    }

    /** The newest version that is not left out; null when all are. */
    @Nullable
    FileVersion newestNot(Predicate<FileVersion> leftOut) {
        int last = versions.size() - 1;
        while (last >= 0 && leftOut.test(versions.get(last))) {
            last--;
        }
        return last < 0 ? null : versions.get(last);
    }

    /** The last version before a commit; null when the file was not there. */
    @Nullable
    FileVersion versionBefore(int number) {
        int low = count(number);
        return low == 0 ? null : versions.get(low - 1);
    }

    /** The versions before a commit, newest first. */
    List<FileVersion> older(int before) {
        List<FileVersion> older = new ArrayList<>(versions.subList(0, count(before)));
        Collections.reverse(older);
        return older;
    }

    private int count(int before) {
        int low = 0;
        int high = versions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (-versions.get(middle).age() < before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The commits by which a key may have changed, newest first.
     *
     * @param relaxed whether several spellings are one key
     * @param stacked whether this is the log of a stack, where a value above a key hides what lies below it
     */
    List<Mark> marks(Wanted wanted, boolean relaxed, boolean stacked) {
        List<Mark> found = new ArrayList<>();
        collect(wanted, relaxed, stacked, Integer.MAX_VALUE, found);
        found.sort(Comparator.comparingInt(mark -> mark.version().age()));
        List<Mark> once = new ArrayList<>(found.size());
        for (Mark mark : found) {
            Mark last = once.isEmpty() ? null : once.get(once.size() - 1);
            if (last == null || last.version().age() != mark.version().age()) {
                once.add(mark);
            } else {
                // Two of one commit know more than one only together.
                once.set(once.size() - 1, new Mark(mark.version(), null));
            }
        }
        return once;
    }

    private void collect(Wanted wanted, boolean relaxed, boolean stacked, int before, List<Mark> found) {
        for (FileVersion version : marks) {
            if (-version.age() < before) {
                found.add(new Mark(version, null));
            }
        }
        for (Event event : events.getOrDefault(uniform(wanted.key()), List.of())) {
            KeyLikeness likeness = KeyLikeness.of(event, wanted, relaxed);
            if (likeness != KeyLikeness.OTHER && -event.version().age() < before) {
                found.add(new Mark(event.version(), likeness == KeyLikeness.SAME ? event.before() : null));
            }
        }
        for (KeyPath above = wanted.key().parent(); stacked && !above.isRoot(); above = above.parent()) {
            for (Event event : events.getOrDefault(uniform(above), List.of())) {
                found.add(new Mark(event.version(), null));
            }
        }
        if (origin != null) {
            origin.collect(wanted, relaxed, stacked, Math.min(before, since), found);
        }
    }

    /** One text for a key in all its spellings, and for all items of a list. */
    private static String uniform(KeyPath key) {
        StringBuilder out = new StringBuilder();
        for (KeyPath.Segment segment : key.segments()) {
            if (segment instanceof KeyPath.Name name) {
                for (int i = 0; i < name.name().length(); i++) {
                    char c = name.name().charAt(i);
                    if (c != '-' && c != '_' && c != '.') {
                        out.append(Character.toLowerCase(c));
                    }
                }
            } else {
                out.append("[]");
            }
        }
        return out.toString();
    }
}
