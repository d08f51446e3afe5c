package io.github.confgate.source.git;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.FileVersion;
import io.github.confgate.source.History;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Follows a set of files back through the mainline in one walk that goes as far as somebody asks. While what a long stretch
 * brought is worked on, another thread looks up the files in the next ones.
 */
final class TrackedFiles implements History.Tracked {

    private static final int READ_AHEAD_FROM = 256;

    /** Who needs much of one stretch and little of the next finds these read already. */
    private static final int AHEAD = 4;

    private final FirstParents mainline;
    private final PathStates states;
    private final Origins origins;
    private final Commits commits;
    private final Map<String, Followed> files = new LinkedHashMap<>();
    private boolean isDone;
    private int passed;
    private @Nullable CannotJudgeException trouble;
    private final Deque<CompletableFuture<Part>> ahead = new ArrayDeque<>();

    /** A stretch, and what its trees hold under some paths. */
    private record Part(Stretch stretch, List<String> paths, PathStates.Row row) {}

    TrackedFiles(FirstParents mainline, PathStates states, Origins origins, Commits commits, Collection<String> paths) {
        this.mainline = mainline;
        this.states = states;
        this.origins = origins;
        this.commits = commits;
        paths.forEach(path -> files.put(path, new Followed(path)));
    }

    @Override
    public Iterable<FileVersion> versions(String path) {
        Followed file = files.get(path);
        if (file == null) {
            throw new IllegalArgumentException("not tracked: " + path);
        }
        return () -> new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return version(file, next).isPresent();
            }

            @Override
            public FileVersion next() {
                return version(file, next++).orElseThrow(NoSuchElementException::new);
            }
        };
    }

    private synchronized Optional<FileVersion> version(Followed file, int number) {
        while (file.versions.size() <= number && !isDone) {
            advance();
        }
        if (file.versions.size() > number) {
            return Optional.of(file.versions.get(number));
        }
        if (trouble != null) {
            throw new CannotJudgeException(String.valueOf(trouble.getMessage()), trouble);
        }
        return Optional.empty();
    }

    private void advance() {
        CompletableFuture<Part> prepared = ahead.poll();
        Part part = prepared == null ? read(paths(files.values())) : join(prepared);
        Stretch stretch = part.stretch();
        // Files whose paths change within the stretch are looked up again under their older paths, together.
        Map<Followed, Integer> open = files.values().stream()
                .collect(Collectors.toMap(file -> file, file -> 0, (a, b) -> a, LinkedHashMap::new));
        int known = stretch.size();
        CannotJudgeException ends = stretch.trouble();
        while (!open.isEmpty()) {
            int from = open.values().stream().mapToInt(Integer::intValue).min().orElse(0);
            List<String> paths = paths(open.keySet());
            PathStates.Row row = from == 0 && paths.equals(part.paths())
                    ? part.row()
                    : states.find(paths, stretch.trees().subList(from, known));
            if (row.trouble() != null) {
                known = from + row.known();
                ends = row.trouble();
            }
            open = followAll(open, stretch, row, from, known);
        }
        passed += stretch.size();
        if (stretch.isLast() || known < stretch.size()) {
            isDone = true;
            trouble = ends;
            if (ends == null) {
                files.values().forEach(this::begin);
            }
        }
        if (!isDone && stretch.size() >= READ_AHEAD_FROM) {
            readAhead();
        }
    }

    /** One stretch after the other: each begins where the one before it ends. */
    private void readAhead() {
        List<String> paths = paths(files.values());
        while (ahead.size() < AHEAD) {
            CompletableFuture<Part> last = ahead.peekLast();
            ahead.add(
                    last == null
                            ? CompletableFuture.supplyAsync(() -> read(paths))
                            : last.thenApplyAsync(part -> part.stretch().isLast() ? part : read(paths)));
        }
    }

    private Part read(List<String> paths) {
        Stretch stretch = mainline.next();
        return new Part(stretch, paths, states.find(paths, stretch.trees()));
    }

    private static List<String> paths(Collection<Followed> files) {
        return files.stream().map(file -> file.path).distinct().toList();
    }

    private static Part join(CompletableFuture<Part> part) {
        try {
            return part.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Map<Followed, Integer> followAll(
            Map<Followed, Integer> open, Stretch stretch, PathStates.Row row, int offset, int known) {
        Map<Followed, Integer> renamed = new LinkedHashMap<>();
        open.forEach((file, start) -> {
            @Nullable Entry[] entries = row.entries().getOrDefault(file.path, new @Nullable Entry[0]);
            follow(file, stretch, entries, offset, start, known).ifPresent(index -> renamed.put(file, index));
        });
        return renamed;
    }

    /** Takes a file back to the end of the stretch, or to where it had another path: gives the index of that commit. */
    private OptionalInt follow(
            Followed file, Stretch stretch, @Nullable Entry[] entries, int offset, int start, int known) {
        for (int i = start; i < known; i++) {
            Entry found = i - offset < entries.length ? entries[i - offset] : null;
            if (file.since != null && !Entry.same(file.entry, found)) {
                FileVersion version = version(file);
                file.versions.add(version);
                Optional<String> older =
                        found == null ? origin(file, version, stretch.trees().get(i)) : Optional.empty();
                if (older.isPresent()) {
                    file.path = older.get();
                    file.since = null;
                    return OptionalInt.of(i);
                }
            }
            file.standAt(stretch.commits().get(i), stretch.trees().get(i), passed + i, found);
        }
        return OptionalInt.empty();
    }

    private Optional<String> origin(Followed file, FileVersion version, ObjectId treeBefore) {
        ObjectId tree = file.sinceTree;
        return version.file() == null || tree == null ? Optional.empty() : origins.of(version.file(), treeBefore, tree);
    }

    private FileVersion version(Followed file) {
        ObjectId since = Objects.requireNonNull(file.since);
        Entry entry = file.entry;
        return new FileVersion(
                file.age,
                commits.info(since),
                entry == null
                        ? null
                        : new SourceFile(
                                file.path,
                                Kinds.of(entry.mode()),
                                entry.id().name(),
                                new Revision.Commit(since.name())));
    }

    /** History begins here: what there is came with the first commit. */
    private void begin(Followed file) {
        if (file.since != null && file.entry != null) {
            file.versions.add(version(file));
        }
    }
}
