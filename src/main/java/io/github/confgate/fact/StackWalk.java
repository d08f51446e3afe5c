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

    /** @param versions the history of a file, newest first */
    StackWalk(Files files, Stack stack, Function<String, Iterable<FileVersion>> versions) {
        this.files = files;
        this.stack = stack;
        stack.paths().forEach(path -> cursors.put(path, new Cursor(versions.apply(path))));
    }

    void walk(List<KeyTimeline> timelines) {
        List<KeyTimeline> open = new ArrayList<>(timelines);
        int newer = -1;
        while (!open.isEmpty()) {
            Map<KeyTimeline, FileVersion> next = new HashMap<>();
            Map<KeyTimeline, Optional<Stack.Found>> found = new HashMap<>();
            for (KeyTimeline timeline : open) {
                Moment moment = new Moment(newer);
                found.put(timeline, find(moment, timeline.wanted()));
                FileVersion version = moment.brought();
                if (version != null) {
                    next.put(timeline, version);
                }
            }
            int age = next.values().stream().mapToInt(FileVersion::age).min().orElse(-1);
            next.forEach((timeline, version) -> {
                if (version.age() == age) {
                    timeline.tell(version, held(found, timeline));
                }
            });
            open.removeIf(timeline -> timeline.isDone() || !next.containsKey(timeline));
            newer = age;
        }
    }

    private Optional<Stack.Found> find(Moment moment, Wanted wanted) {
        return stack.find(moment, wanted.part(), wanted.key());
    }

    private static Optional<io.github.confgate.document.Lookup.Held> held(
            Map<KeyTimeline, Optional<Stack.Found>> found, KeyTimeline timeline) {
        return found.getOrDefault(timeline, Optional.empty()).map(Stack.Found::held);
    }

    /** A file's history, read up to one version. */
    private final class Cursor {
        private final Iterable<FileVersion> versions;
        private @Nullable Iterator<FileVersion> rest;
        private @Nullable FileVersion current;
        private @Nullable Optional<Document> document;

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
                current = rest.hasNext() ? rest.next() : null;
                document = null;
            }
            return current;
        }

        Optional<Document> document(SourceFile file) {
            if (document == null) {
                document = files.document(file);
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

        private Optional<SourceFile> file(String path) {
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
