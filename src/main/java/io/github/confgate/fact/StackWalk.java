package io.github.confgate.fact;

import io.github.confgate.document.Document;
import io.github.confgate.source.FileVersion;
import io.github.confgate.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells timelines what a stack of files held, newest first, until all have heard enough. The histories of the files are
 * merged by age; that of a file is read only as far as a key's value hung on it, so that a layer that was always
 * overridden costs nothing.
 */
final class StackWalk {

    private final Files files;
    private final Stack stack;
    private final Map<String, Cursor> cursors = new HashMap<>();
    private final Map<KeyTimeline, Seen> passedOver = new HashMap<>();

    /** @param versions the history of a file, newest first */
    StackWalk(Files files, Stack stack, Function<String, Iterable<FileVersion>> versions) {
        this.files = files;
        this.stack = stack;
        stack.paths().forEach(path -> cursors.put(path, new Cursor(versions.apply(path))));
    }

    void walk(List<KeyTimeline> timelines) {
        List<KeyTimeline> open = new ArrayList<>(timelines);
        int newer = Integer.MIN_VALUE;
        while (!open.isEmpty()) {
            Map<KeyTimeline, Seen> seen = new HashMap<>();
            for (KeyTimeline timeline : open) {
                Moment moment = new Moment(newer);
                Seen what = isOut(moment, timeline) ? moment.passedOver() : seen(moment, timeline.wanted());
                if (what != null) {
                    seen.put(timeline, what);
                }
            }
            int age = seen.values().stream()
                    .mapToInt(what -> what.version().age())
                    .min()
                    .orElse(-1);
            seen.forEach((timeline, what) -> {
                if (what.version().age() == age) {
                    tell(timeline, what);
                }
            });
            open.removeIf(timeline -> timeline.isDone() || !seen.containsKey(timeline));
            newer = age;
        }
        timelines.forEach(KeyTimeline::tellBeginning);
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

    private void tell(KeyTimeline timeline, Seen seen) {
        if (!seen.looked()) {
            passedOver.put(timeline, seen);
            return;
        }
        // What came right after a stretch with the value tells whether it was taken back.
        Seen newer = passedOver.remove(timeline);
        if (newer != null) {
            State then = State.of(path -> Optional.ofNullable(newer.files().get(path)), files);
            timeline.tell(newer.version(), find(then, timeline.wanted()).map(Stack.Found::held));
        }
        timeline.tell(seen.version(), seen.found().map(Stack.Found::held));
    }

    /** Whether no file of a state can hold a value that is only searched for. */
    private boolean isOut(Moment moment, KeyTimeline timeline) {
        String needle = timeline.wanted().needle();
        return timeline.onlySearches()
                && !needle.isEmpty()
                && stack.paths().stream()
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
