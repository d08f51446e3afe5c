package io.github.confgate.fact;

import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.source.FileVersion;
import io.github.confgate.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells timelines what a stack of files held, newest first, until all have heard enough. The histories of the files are
 * merged by age; that of a file is read only as far as a key's value hung on it, so that a layer that was always
 * overridden costs nothing. A key is looked up again only where a version of a file that was looked at may say something
 * else of it than the next one ({@link KeyTree}).
 *
 * <p>Past 300 lines, because cursors, rows and moments share the state of one walk.
 */
final class StackWalk {

    /** So many values at most are searched for in the text of versions that then need not be read. */
    private static final int FEW = 16;

    private final Files files;
    private final Stack stack;
    /** Whether what a file says of a key hangs on the nodes on the way to it, and on nothing else. */
    private final boolean plain;

    private final Map<String, Cursor> cursors = new LinkedHashMap<>();
    private final Set<Row> open = new LinkedHashSet<>();
    /** Those whose state has been found and not told. */
    private final Set<Row> untold = new LinkedHashSet<>();
    /** Those that are asked of every version. */
    private final Set<Row> unsure = new LinkedHashSet<>();

    /** @param versions the history of a file, newest first */
    StackWalk(Files files, Stack stack, Function<String, Iterable<FileVersion>> versions) {
        this.files = files;
        this.stack = stack;
        this.plain = stack instanceof LayerStack layers && !layers.isRelaxed() && !layers.hasProfiles();
        stack.paths().forEach(path -> cursors.put(path, new Cursor(versions.apply(path))));
    }

    void walk(List<KeyTimeline> timelines) {
        timelines.forEach(timeline -> open.add(new Row(timeline)));
        Set<Row> asked = new LinkedHashSet<>(open);
        int age = Integer.MIN_VALUE;
        while (true) {
            ask(asked, age);
            List<Cursor> newest = newest(age);
            if (newest.isEmpty()) {
                break;
            }
            age = newest.get(0).version().age();
            tellAt(age);
            asked = goBefore(newest, age);
        }
        timelines.forEach(KeyTimeline::tellBeginning);
    }

    /** The files whose versions in effect are the newest of those that somebody looks at. */
    private List<Cursor> newest(int newer) {
        List<Cursor> newest = new ArrayList<>();
        for (Cursor cursor : cursors.values()) {
            FileVersion version = cursor.watchers == 0 ? null : cursor.before(newer);
            if (version != null) {
                int age = newest.isEmpty()
                        ? version.age()
                        : newest.get(0).version().age();
                if (version.age() < age) {
                    newest.clear();
                }
                if (version.age() <= age) {
                    newest.add(cursor);
                }
            }
        }
        return newest;
    }

    private void ask(Collection<Row> rows, int newer) {
        Moment moment = new Moment(newer);
        for (Row row : rows) {
            row.watch(Set.of());
            if (stack instanceof LayerStack) {
                moment.asked.clear(); // others find all that they looked at once, for all keys
            }
            Seen seen = row.searches && isOut(moment, row.timeline)
                    ? moment.passedOver()
                    : seen(moment, row.timeline.wanted());
            if (seen == null) {
                close(row);
            } else {
                row.seen = seen;
                row.watch(moment.asked);
                untold.add(row);
            }
        }
    }

    /** Tells the states that a commit brought. */
    private void tellAt(int age) {
        for (Row row : List.copyOf(untold)) {
            Seen seen = row.seen;
            if (seen != null && seen.version().age() == age) {
                untold.remove(row);
                row.tell(seen);
                if (row.timeline.isDone()) {
                    close(row);
                } else {
                    row.expect();
                }
            }
        }
    }

    /** Goes back to just before the commit of some versions, and finds who is to ask again. */
    private Set<Row> goBefore(List<Cursor> newest, int age) {
        Set<Row> asked = new LinkedHashSet<>();
        for (Row row : unsure) {
            if (newest.stream().anyMatch(row.watched::contains)) {
                asked.add(row);
            }
        }
        unsure.removeAll(asked);
        for (Cursor cursor : newest) {
            FileVersion version = cursor.version();
            for (Row row : List.copyOf(cursor.timed)) {
                row.timeline.tellSame(version);
                if (row.timeline.isDone()) {
                    close(row);
                }
            }
            for (Row row : cursor.goBefore(age)) {
                if (asked.add(row)) {
                    row.timeline.tellSame(version);
                }
            }
        }
        return asked;
    }

    private void close(Row row) {
        row.watch(Set.of());
        open.remove(row);
        untold.remove(row);
        unsure.remove(row);
    }

    /** A key within a file. */
    private record Place(Cursor cursor, KeyPath key) {}

    /** A timeline and what it waits for. */
    private final class Row {
        private final KeyTimeline timeline;
        private List<Cursor> watched = List.of();
        private final List<Place> places = new ArrayList<>();
        private @Nullable Seen seen;
        /** What was left out since the last state that was told. */
        private @Nullable Seen passedOver;

        private boolean searches;

        Row(KeyTimeline timeline) {
            this.timeline = timeline;
        }

        /** From now on the state hangs on these files. */
        void watch(Set<String> paths) {
            places.forEach(place -> place.cursor().forget(place.key(), this));
            places.clear();
            watched.forEach(cursor -> cursor.watchers--);
            watched.forEach(cursor -> cursor.forgetSpellings(this));
            watched = paths.stream().map(cursors::get).filter(Objects::nonNull).toList();
            watched.forEach(cursor -> cursor.watchers++);
        }

        /** Waits for a version that may say something else than what was told. */
        void expect() {
            searches = open.size() <= FEW
                    && timeline.onlySearches()
                    && !timeline.wanted().needle().isEmpty();
            if (searches || !(stack instanceof LayerStack layers)) {
                unsure.add(this);
                return;
            }
            for (Layer layer : layers.layers()) {
                Cursor cursor = cursors.get(layer.path());
                Optional<KeyPath> inner = layer.inner(timeline.wanted().key());
                if (cursor != null && inner.isPresent() && watched.contains(cursor)) {
                    if (plain) {
                        places.add(new Place(cursor, inner.get()));
                        cursor.expect(inner.get(), this);
                    } else {
                        cursor.expectSpelling(inner.get(), this);
                    }
                }
            }
        }

        void tell(Seen now) {
            if (!now.looked()) {
                passedOver = now;
                return;
            }
            // What came right after a stretch with the value tells whether it was taken back.
            Seen newer = passedOver;
            passedOver = null;
            if (newer != null) {
                State then = State.of(path -> Optional.ofNullable(newer.files().get(path)), files);
                timeline.tell(newer.version(), find(then, timeline.wanted()).map(Stack.Found::held));
            }
            timeline.tell(now.version(), now.found().map(Stack.Found::held));
        }
    }

    /**
     * The state from a commit on.
     *
     * @param looked whether anybody looked: not where no file can hold the wanted value
     * @param found what the key held
     * @param files those of that state, for when it has to be looked at even so
     */
    private record Seen(
            FileVersion version, boolean looked, Optional<Stack.Found> found, Map<String, SourceFile> files) {}

    /** Whether no file of a state can hold a value that is only searched for. */
    private boolean isOut(Moment moment, KeyTimeline timeline) {
        String needle = timeline.wanted().needle();
        return stack.paths().stream()
                .flatMap(path -> moment.file(path).stream())
                .noneMatch(file -> files.mayContain(file, needle));
    }

    private @Nullable Seen seen(Moment moment, Wanted wanted) {
        Optional<Stack.Found> found = find(moment, wanted);
        FileVersion version = moment.brought();
        return version == null ? null : new Seen(version, true, found, Map.of());
    }

    private Optional<Stack.Found> find(State state, Wanted wanted) {
        return stack.find(state, wanted.part(), wanted.key());
    }

    /** A file's history, read up to one version. */
    private final class Cursor {
        private final Iterable<FileVersion> versions;
        private @Nullable Iterator<FileVersion> rest;
        private @Nullable FileVersion current;
        private boolean read;
        /** Where a key stands is asked of the newest version only. */
        private boolean isNewest = true;

        private Optional<Document> document = Optional.empty();
        /** How many hang on this file. */
        private int watchers;
        /** Those that wait for a version that says something else of their key, by the part that they ask of. */
        private final Map<KeyPath.Segment, KeyTree<Row>> expecting = new HashMap<>();
        /** Those that wait for another value of a key in whatever spelling. */
        private final Map<Row, KeyPath> spellings = new LinkedHashMap<>();
        /** Those of them that may have heard enough by what is not so. */
        private final Set<Row> timed = new LinkedHashSet<>();

        Cursor(Iterable<FileVersion> versions) {
            this.versions = versions;
        }

        /** The version in effect just before the commit of an age; null when the file did not exist then. */
        @Nullable
        FileVersion before(int age) {
            if (rest == null) {
                rest = versions.iterator();
                current = rest.hasNext() ? rest.next() : null;
            }
            while (current != null && current.age() <= age) {
                isNewest = false;
                current = rest.hasNext() ? rest.next() : null;
                read = false;
            }
            return current;
        }

        /** The version in effect. */
        FileVersion version() {
            return Objects.requireNonNull(current);
        }

        void expect(KeyPath key, Row row) {
            expecting
                    .computeIfAbsent(row.timeline.wanted().part(), part -> new KeyTree<>())
                    .add(key, row);
            if (row.timeline.endsByTime()) {
                timed.add(row);
            }
        }

        void expectSpelling(KeyPath key, Row row) {
            spellings.put(row, key);
            if (row.timeline.endsByTime()) {
                timed.add(row);
            }
        }

        void forgetSpellings(Row row) {
            if (spellings.remove(row) != null) {
                timed.remove(row);
            }
        }

        void forget(KeyPath key, Row row) {
            KeyPath.Segment part = row.timeline.wanted().part();
            KeyTree<Row> tree = expecting.get(part);
            if (tree != null) {
                tree.remove(key, row);
                if (tree.isEmpty()) {
                    expecting.remove(part);
                }
            }
            timed.remove(row);
        }

        /** Goes back to just before an age, and tells who may find something else there. */
        List<Row> goBefore(int age) {
            FileVersion newer = version();
            if (expecting.isEmpty() && spellings.isEmpty()) {
                return List.of();
            }
            Optional<Document> now = newer.file() == null ? Optional.empty() : document(newer.file());
            FileVersion older = before(age);
            Optional<Document> then = older == null || older.file() == null ? Optional.empty() : document(older.file());
            List<Row> differing = new ArrayList<>();
            expecting.forEach((part, tree) -> {
                if (now.isEmpty() || then.isEmpty()) {
                    tree.all(differing::add);
                } else {
                    tree.differing(root(now.get(), part), root(then.get(), part), differing::add);
                }
            });
            if (!spellings.isEmpty()) {
                RelaxedDifference difference =
                        now.isEmpty() || then.isEmpty() ? null : new RelaxedDifference(now.get(), then.get(), !plain);
                spellings.forEach((row, key) -> {
                    if (difference == null || difference.touches(key)) {
                        differing.add(row);
                    }
                });
            }
            return differing;
        }

        private static @Nullable Node root(Document document, KeyPath.Segment part) {
            return Lookup.part(document, part).map(Part::root).orElse(null);
        }

        Optional<Document> document(SourceFile file) {
            if (!read) {
                document = isNewest ? files.document(file) : files.values(file);
                read = true;
            }
            return document;
        }
    }

    /** The state just before the commit of an age, and which files it was asked for. */
    private final class Moment implements State {
        private final int age;
        private final Set<String> asked = new HashSet<>();

        Moment(int age) {
            this.age = age;
        }

        @Override
        public boolean has(String path) {
            return file(path).isPresent();
        }

        @Override
        public Optional<Document> document(String path) {
            Cursor cursor = cursors.get(path);
            return cursor == null ? Optional.empty() : file(path).flatMap(cursor::document);
        }

        /** The state with all its files, unread; null at the beginning of history. */
        @Nullable
        Seen passedOver() {
            Map<String, SourceFile> all = new HashMap<>();
            stack.paths().forEach(path -> file(path).ifPresent(file -> all.put(path, file)));
            FileVersion version = brought();
            return version == null ? null : new Seen(version, false, Optional.empty(), all);
        }

        @Override
        public boolean lacks(String path, String word) {
            return file(path).filter(file -> files.lacks(file, word)).isPresent();
        }

        Optional<SourceFile> file(String path) {
            Cursor cursor = cursors.get(path);
            FileVersion version = cursor == null ? null : cursor.before(age);
            asked.add(path);
            return version == null ? Optional.empty() : Optional.ofNullable(version.file());
        }

        /** The commit that brought the state in, as far as it was looked at; null at the beginning of history. */
        @Nullable
        FileVersion brought() {
            FileVersion brought = null;
            for (String path : asked) {
                Cursor cursor = cursors.get(path);
                FileVersion version = cursor == null ? null : cursor.before(age);
                if (version != null && (brought == null || version.age() < brought.age())) {
                    brought = version;
                }
            }
            return brought;
        }
    }
}
