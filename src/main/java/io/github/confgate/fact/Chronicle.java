package io.github.confgate.fact;

import io.github.confgate.change.Change;
import io.github.confgate.change.ChangeSet;
import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.FileVersion;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What keys held in every commit, recorded while history is read from its beginning, so that nothing has to be read
 * again. Of each version of a file it keeps what the changed keys held before; of versions that cannot be told by their
 * keys (new, gone or unreadable files) only that they are, and looks into them where an answer depends on it.
 *
 * <p>Ages of its versions are the numbers of their commits, negated: an older commit has a greater age. Tells the same as
 * {@link Histories}, which walks back. Serves one thread.
 *
 * <p>Past 300 lines, because what tells a key ({@code FileRow}, {@code StackRow}) looks into the same logs and states that
 * recording fills.
 */
public final class Chronicle implements Past {

    /** Beyond so many changes of a file in one commit their old values are not kept. */
    private static final int MOST_CHANGES = 2_000;

    /** Beyond so many items the old value of a list is not kept. */
    private static final int LONGEST_LIST = 50;

    private final Files files;
    private final Map<String, KeyLog> ofFiles = new HashMap<>();
    private final Map<Stack, KeyLog> ofStacks = new HashMap<>();
    private final KeyLog.Shared shared = new KeyLog.Shared();
    private State now = State.empty();
    private Map<String, String> oldPaths = Map.of();
    private Map<String, Set<Stack>> stacks;

    /** A chronicle of what environments get by these layers, from the first commit on. */
    public Chronicle(Files files, EnvironmentMap environments, Layers layers) {
        this.files = files;
        this.stacks = stacks(environments, layers, 0);
    }

    /** From this commit on environments get their values by other layers. */
    public void follow(EnvironmentMap environments, Layers other, int number) {
        this.stacks = stacks(environments, other, number);
    }

    private Map<String, Set<Stack>> stacks(EnvironmentMap environments, Layers from, int number) {
        Map<String, Set<Stack>> found = new HashMap<>();
        for (Placement placement : environments.documents()) {
            Stack stack = from.stack(placement);
            if (stack.isHigh() && stack instanceof LayerStack layers && layers.hasProfiles()) {
                ofStacks.computeIfAbsent(stack, key -> new KeyLog(shared, number));
                stack.paths().forEach(path -> found.computeIfAbsent(path, key -> new LinkedHashSet<>())
                        .add(stack));
            }
        }
        // What another order of layers has recorded does not go on.
        Set<Stack> current = new HashSet<>();
        found.values().forEach(current::addAll);
        ofStacks.keySet().retainAll(current);
        return found;
    }

    /**
     * What is there before the commit that is judged next.
     *
     * @param renamed of the files that it renames, the path before by the path after
     */
    public void at(State state, Map<String, String> renamed) {
        now = state;
        oldPaths = Map.copyOf(renamed);
    }

    @Override
    public void tell(Stack stack, Predicate<FileVersion> later, List<KeyTimeline> timelines) {
        KeyLog log = ofStacks.get(stack);
        if (!stack.isHigh()) {
            tellFile(
                    oldPaths.getOrDefault(stack.paths().get(0), stack.paths().get(0)),
                    later,
                    stack.isRelaxed(),
                    timelines);
        } else if (!(stack instanceof LayerStack layers) || !(later.equals(ALL) || later instanceof Since)) {
            walk(stack, later, timelines);
        } else {
            int before = later instanceof Since since ? -since.age() : Integer.MAX_VALUE;
            // What a file of the stack held under its older name is not recorded for the stack.
            boolean isRecorded = log != null && stack.paths().stream().noneMatch(oldPaths::containsKey);
            tell(layers, isRecorded ? log : null, before, timelines);
        }
    }

    @Override
    public void tellFile(String path, Predicate<FileVersion> later, boolean relaxed, List<KeyTimeline> timelines) {
        KeyLog log = ofFiles.get(path);
        FileVersion newest = log == null ? null : log.newestNot(later);
        if (log == null || newest == null) {
            timelines.forEach(KeyTimeline::tellBeginning);
            return;
        }
        Retelling.tell(timelines.stream()
                .map(timeline -> new FileRow(log, 1 - newest.age(), relaxed, timeline))
                .toList());
    }

    /**
     * Tells what was recorded of a stack, and where nothing was, what was recorded of its files.
     *
     * @param before the number of the commit before which the newest state is that is told
     */
    private void tell(LayerStack stack, @Nullable KeyLog log, int before, List<KeyTimeline> timelines) {
        List<KeyTimeline> open = timelines;
        if (log != null) {
            open = tellRows(open, timeline -> new StackRow(stack, log, before, timeline));
        }
        if (log == null || log.since() > 0) {
            int rest = log == null ? before : Math.min(before, log.since());
            open = tellRows(
                    open, timeline -> new LayersRow(pasts(stack, timeline.wanted()), rest, timeline, this::version));
        }
        open.forEach(KeyTimeline::tellBeginning);
    }

    /** Those of the timelines that have not heard enough. */
    private static List<KeyTimeline> tellRows(List<KeyTimeline> timelines, Function<KeyTimeline, Retelling.Row> row) {
        Retelling.tell(timelines.stream().map(row).toList());
        return timelines.stream().filter(timeline -> !timeline.isDone()).toList();
    }

    private List<LayerPast> pasts(LayerStack stack, Wanted wanted) {
        List<LayerPast> pasts = new ArrayList<>();
        for (int i = stack.layers().size() - 1; i >= 0; i--) {
            Layer layer = stack.layers().get(i);
            KeyLog log = trackedLog(stack, layer.path());
            Optional<KeyPath> inner = layer.inner(wanted.key());
            if (log != null && inner.isPresent()) {
                pasts.add(new LayerPast(stack, layer, wanted, inner.get(), log, now, files));
            }
        }
        return pasts;
    }

    /** The log of a file of a stack, by the path that it has after the commit that is judged. */
    private @Nullable KeyLog trackedLog(Stack stack, String path) {
        return stack.isTracked(path, now::has) ? ofFiles.get(oldPaths.getOrDefault(path, path)) : null;
    }

    /** What a key of a file held. */
    private final class FileRow implements Retelling.Row {
        private final KeyLog log;
        private final int before;
        private final boolean relaxed;
        private final KeyTimeline timeline;
        private final Iterator<KeyLog.Mark> marks;
        private @Nullable FileVersion newest;
        private Supplier<Optional<Lookup.Held>> held;
        private int point = Integer.MAX_VALUE;

        FileRow(KeyLog log, int before, boolean relaxed, KeyTimeline timeline) {
            this.log = log;
            this.before = before;
            this.relaxed = relaxed;
            this.timeline = timeline;
            this.marks = log.marks(timeline.wanted(), relaxed, false);
            this.newest = log.versionBefore(before);
            this.held = () -> held(log.newest(), files::document);
        }

        @Override
        public int point() {
            return point;
        }

        @Override
        public boolean next() {
            FileVersion version = newest;
            if (version == null || !marks.hasNext()) {
                timeline.tellBeginning();
                return false;
            }
            KeyLog.Mark mark = marks.next();
            int number = mark.commit();
            if (number < before) {
                Optional<Lookup.Held> state = held.get();
                timeline.tell(version, state);
                if (-version.age() != number) {
                    timeline.tell(version(number), state);
                }
                if (timeline.isDone()) {
                    return false;
                }
                newest = log.versionBefore(number);
            }
            Was was = mark.was();
            held = was != null
                    ? () -> was.under(timeline.wanted().key())
                    : () -> held(log.versionBefore(number), timeline.isStarted() ? files::values : files::document);
            point = number;
            return true;
        }

        private Optional<Lookup.Held> held(
                @Nullable FileVersion version, Function<SourceFile, Optional<Document>> read) {
            SourceFile file = version == null ? null : version.file();
            return file == null
                    ? Optional.empty()
                    : FileWalk.held(files, file, read.apply(file), timeline.wanted(), relaxed);
        }
    }

    /** What an environment got for a key. */
    private final class StackRow implements Retelling.Row {
        private final Stack stack;
        private final int before;
        private final KeyTimeline timeline;
        private final Iterator<KeyLog.Mark> marks;
        private Supplier<Optional<Lookup.Held>> held;
        private int point = Integer.MAX_VALUE;

        StackRow(Stack stack, KeyLog log, int before, KeyTimeline timeline) {
            this.stack = stack;
            this.before = before;
            this.timeline = timeline;
            this.marks = log.marks(timeline.wanted(), true, true);
            this.held = () -> find(stack, now, timeline.wanted());
        }

        @Override
        public int point() {
            return point;
        }

        @Override
        public boolean next() {
            if (!marks.hasNext()) {
                return false;
            }
            KeyLog.Mark mark = marks.next();
            if (mark.commit() < before) {
                timeline.tell(version(mark.commit()), held.get());
            }
            if (timeline.isDone()) {
                return false;
            }
            Was was = mark.was();
            Wanted wanted = timeline.wanted();
            held = was != null ? () -> was.under(wanted.key()) : () -> find(stack, valuesBefore(mark.commit()), wanted);
            point = mark.commit();
            return true;
        }
    }

    private void walk(Stack stack, Predicate<FileVersion> later, List<KeyTimeline> timelines) {
        new StackWalk(files, stack, path -> older(trackedLog(stack, path), later)).walk(timelines);
    }

    /** What timelines hear of a commit: that it was, and when. */
    private FileVersion version(int number) {
        return new FileVersion(-number, shared.commit(number), null);
    }

    private static Optional<Lookup.Held> find(Stack stack, State state, Wanted wanted) {
        return stack.find(state, wanted.part(), wanted.key()).map(Stack.Found::held);
    }

    /** The versions of a file, newest first, without those that are too new. */
    private static Iterable<FileVersion> older(@Nullable KeyLog log, Predicate<FileVersion> later) {
        return log == null ? List.of() : () -> log.versions().dropWhile(later).iterator();
    }

    /** The values of the state just before a commit. */
    private State valuesBefore(int number) {
        return State.ofValues(
                path -> {
                    KeyLog log = ofFiles.get(path);
                    FileVersion version = log == null ? null : log.versionBefore(number);
                    return Optional.ofNullable(version == null ? null : version.file());
                },
                files);
    }

    /**
     * Takes note of what a commit changed in a file.
     *
     * @param set the changes, where both states of the file could be read; else null
     * @param before the state before the commit
     * @param after the state after it
     */
    public void record(Step step, FilePair pair, @Nullable ChangeSet set, State before, State after) {
        SourceFile old = pair.before();
        SourceFile file = pair.after();
        int number = step.number();
        shared.add(number, step.commit());
        if (old != null && file != null && !old.path().equals(file.path())) {
            KeyLog origin = ofFiles.getOrDefault(old.path(), new KeyLog(shared, 0));
            ofFiles.put(file.path(), origin.renamed(number));
            gone(old.path(), number);
            restart(file.path(), number);
        }
        String path = pair.path();
        KeyLog log = logOf(path);
        log.add(number, file);
        if (file == null) {
            forget(path, number);
        }
        if (set == null || isWhole(set)) {
            mark(path, log, number);
            return;
        }
        for (KeyEvents.Key each : keys(set)) {
            Optional<Lookup.Held> was = held(set.before(), each);
            if (!isSame(was, held(set.after(), each)) || isList(set.before(), each) != isList(set.after(), each)) {
                log.add(number, each, kept(was));
            }
            for (Stack stack : stacks.getOrDefault(path, Set.of())) {
                KeyPath key = stack.keyFrom(path, each.key());
                Optional<Stack.Found> gets = stack.find(before, each.part(), key);
                Optional<Stack.Found> gotNow = stack.find(after, each.part(), key);
                if (!isSame(gets.map(Stack.Found::held), gotNow.map(Stack.Found::held)) || isCovered(gets, gotNow)) {
                    KeyEvents.Key whole =
                            key.equals(each.key()) ? each : new KeyEvents.Key(each.part(), each.alone(), key);
                    logOf(stack, number).add(number, whole, kept(gets.map(Stack.Found::held)));
                }
            }
        }
    }

    private KeyLog logOf(String path) {
        return ofFiles.computeIfAbsent(path, key -> new KeyLog(shared, 0));
    }

    private KeyLog logOf(Stack stack, int number) {
        return ofStacks.computeIfAbsent(stack, key -> new KeyLog(shared, number));
    }

    private void gone(String path, int number) {
        KeyLog log = logOf(path);
        log.add(number, null);
        forget(path, number);
        mark(path, log, number);
    }

    /** Of a layer that is gone, what it gave until now is no part of what there was. */
    private void forget(String path, int number) {
        for (Stack stack : stacks.getOrDefault(path, Set.of())) {
            if (!stack.isTracked(path, each -> false)) {
                ofStacks.put(stack, new KeyLog(shared, number));
            }
        }
    }

    /** A version that is not told by its keys, of the file and of every stack that it is in. */
    private void mark(String path, KeyLog log, int number) {
        log.addMark(number);
        stacks.getOrDefault(path, Set.of())
                .forEach(stack -> logOf(stack, number).addMark(number));
    }

    /** What a stack got from a file under its older name was not recorded for it. */
    private void restart(String path, int number) {
        for (Stack stack : stacks.getOrDefault(path, Set.of())) {
            KeyLog log = new KeyLog(shared, number);
            log.addMark(number);
            ofStacks.put(stack, log);
        }
    }

    /** The changed keys, and those above them that came, went or became something else by it. */
    private static Set<KeyEvents.Key> keys(ChangeSet set) {
        Set<KeyEvents.Key> keys = new LinkedHashSet<>();
        for (Change change : set.changes()) {
            KeyPath.Segment part = change.part().id();
            boolean alone = change.part().alone();
            for (Leaf leaf : leaves(change)) {
                KeyEvents.Key key = new KeyEvents.Key(part, alone, leaf.key());
                boolean isNew = keys.add(key);
                while (isNew
                        && !(change instanceof Change.Modified)
                        && !key.key().isRoot()) {
                    key = new KeyEvents.Key(part, alone, key.key().parent());
                    isNew = !isAlike(set, key) && keys.add(key);
                }
            }
        }
        return keys;
    }

    /** Whether a key above a change is what it was: for layers, a map that became a list is something else. */
    private static boolean isAlike(ChangeSet set, KeyEvents.Key key) {
        return isSame(held(set.before(), key), held(set.after(), key))
                && isList(set.before(), key) == isList(set.after(), key);
    }

    private static boolean isList(@Nullable Document document, KeyEvents.Key key) {
        return document != null
                && Lookup.part(document, key.part())
                        .flatMap(part -> Lookup.node(part, key.key()))
                        .filter(Node.Sequence.class::isInstance)
                        .isPresent();
    }

    private static List<Leaf> leaves(Change change) {
        List<Leaf> leaves = new ArrayList<>();
        change.before().ifPresent(leaves::add);
        change.after()
                .filter(now -> leaves.isEmpty() || !leaves.get(0).key().equals(now.key()))
                .ifPresent(leaves::add);
        return leaves;
    }

    private static Optional<Lookup.Held> held(@Nullable Document document, KeyEvents.Key key) {
        return document == null
                ? Optional.empty()
                : Lookup.part(document, key.part()).flatMap(part -> Lookup.find(part, key.key()));
    }

    private static boolean isSame(Optional<Lookup.Held> one, Optional<Lookup.Held> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        return one.get().member() == other.get().member() && one.get().sameValues(other.get());
    }

    /** Whether a map or a list of one layer gives way to that of another: what lies in it may be another thing then. */
    private static boolean isCovered(Optional<Stack.Found> one, Optional<Stack.Found> other) {
        return one.isPresent()
                && other.isPresent()
                && one.get().held().leaves().isEmpty()
                && !one.get().path().equals(other.get().path());
    }

    private static @Nullable Was kept(Optional<Lookup.Held> held) {
        return held.isPresent() && held.get().leaves().size() > LONGEST_LIST ? null : Was.of(held);
    }

    /** Whether a version is not told by its changed keys alone. */
    private static boolean isWhole(ChangeSet set) {
        Document before = set.before();
        Document after = set.after();
        return before == null
                || after == null
                || before.isOpaque()
                || after.isOpaque()
                || set.changes().size() > MOST_CHANGES
                || !hasSameParts(before, after);
    }

    private static boolean hasSameParts(Document before, Document after) {
        if (before.parts().size() == 1 && after.parts().size() == 1) {
            return true;
        }
        List<KeyPath.Segment> old = before.parts().stream().map(Part::id).toList();
        return old.stream().noneMatch(KeyPath.Index.class::isInstance)
                && new HashSet<>(old)
                        .equals(new HashSet<>(
                                after.parts().stream().map(Part::id).toList()));
    }
}
