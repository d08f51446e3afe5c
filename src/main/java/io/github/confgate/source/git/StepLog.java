package io.github.confgate.source.git;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.Step;
import io.github.confgate.source.Steps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What every commit of a mainline changed. Commits are listed once; their trees are compared by several threads. Held is
 * about a hundred bytes for each changed file, and nothing of what is in it.
 */
final class StepLog implements Steps {

    private static final int AT_ONCE = 256;

    /** A side of a pair. */
    private record Side(String path, SourceFile.Kind kind, ObjectId blob) {}

    private record Pair(@Nullable Side before, @Nullable Side after) {}

    private final Commits commits;
    private final List<ObjectId> oldestFirst;
    private final List<List<Pair>> pairs;
    private final Set<String> paths;
    private final long[] seconds;
    private final Map<String, Integer> numbers = new HashMap<>();

    private StepLog(
            Commits commits, List<ObjectId> oldestFirst, List<List<Pair>> pairs, Set<String> paths, long[] seconds) {
        this.commits = commits;
        this.oldestFirst = oldestFirst;
        this.pairs = pairs;
        this.paths = paths;
        this.seconds = seconds;
        for (int i = 0; i < oldestFirst.size(); i++) {
            numbers.put(oldestFirst.get(i).name(), i);
        }
    }

    static StepLog read(
            FirstParents mainline,
            TreeDifference difference,
            Changes changes,
            Commits commits,
            Predicate<String> wanted) {
        List<ObjectId> ids = new ArrayList<>();
        List<ObjectId> trees = new ArrayList<>();
        Stretch stretch;
        do {
            stretch = mainline.next();
            ids.addAll(stretch.commits());
            trees.addAll(stretch.trees());
        } while (!stretch.isLast());
        if (stretch.trouble() != null) {
            throw new CannotJudgeException(String.valueOf(stretch.trouble().getMessage()), stretch.trouble());
        }
        Collections.reverse(ids);
        Collections.reverse(trees);
        Map<String, String> known = new ConcurrentHashMap<>();
        long[] seconds = new long[ids.size()];
        List<List<Pair>> pairs = IntStream.range(0, (ids.size() + AT_ONCE - 1) / AT_ONCE)
                .parallel()
                .mapToObj(stretchNumber -> {
                    List<List<Pair>> some = new ArrayList<>(AT_ONCE);
                    int end = Math.min(ids.size(), (stretchNumber + 1) * AT_ONCE);
                    for (int i = stretchNumber * AT_ONCE; i < end; i++) {
                        seconds[i] = commits.time(ids.get(i)).getEpochSecond();
                        some.add(pairs(i, ids, trees, difference, changes, wanted, known));
                    }
                    return some;
                })
                .flatMap(List::stream)
                .toList();
        Set<String> paths = new TreeSet<>();
        known.keySet().stream().filter(wanted).forEach(paths::add);
        return new StepLog(commits, List.copyOf(ids), pairs, Collections.unmodifiableSet(paths), seconds);
    }

    private static List<Pair> pairs(
            int i,
            List<ObjectId> ids,
            List<ObjectId> trees,
            TreeDifference difference,
            Changes changes,
            Predicate<String> wanted,
            Map<String, String> known) {
        if (i > 0 && trees.get(i).equals(trees.get(i - 1))) {
            return List.of();
        }
        Revision from = i == 0 ? new Revision.Empty() : commit(ids.get(i - 1));
        Difference found =
                difference.between(from, i == 0 ? null : trees.get(i - 1), commit(ids.get(i)), trees.get(i), wanted);
        return changes.pairs(found, wanted).stream()
                .map(pair -> new Pair(side(pair.before(), known), side(pair.after(), known)))
                .toList();
    }

    private static @Nullable Side side(@Nullable SourceFile file, Map<String, String> known) {
        if (file == null) {
            return null;
        }
        String path = known.computeIfAbsent(file.path(), same -> same);
        return new Side(path, file.kind(), ObjectId.fromString(file.blob()));
    }

    @Override
    public Set<String> paths() {
        return paths;
    }

    @Override
    public OptionalInt number(String sha) {
        Integer number = numbers.get(sha);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    @Override
    public Instant time(CommitInfo commit, Instant now) {
        int number = numbers.getOrDefault(commit.sha(), -1);
        Instant latest = commit.time();
        for (int i = Math.max(0, number - MainlineClock.COMPARED + 1); i < number; i++) {
            Instant before = Instant.ofEpochSecond(seconds[i]);
            latest = before.isAfter(latest) && !before.isAfter(now) ? before : latest;
        }
        return latest;
    }

    @Override
    public int commits() {
        return oldestFirst.size();
    }

    @Override
    public Iterator<Step> iterator() {
        return IntStream.range(0, oldestFirst.size())
                .filter(i -> !pairs.get(i).isEmpty())
                .mapToObj(this::step)
                .iterator();
    }

    private Step step(int i) {
        CommitInfo commit = commits.info(oldestFirst.get(i));
        String parent = i == 0 ? null : oldestFirst.get(i - 1).name();
        Revision now = new Revision.Commit(commit.sha());
        Revision before = parent == null ? new Revision.Empty() : new Revision.Commit(parent);
        List<FilePair> files = pairs.get(i).stream()
                .map(pair -> new FilePair(file(pair.before(), before), file(pair.after(), now)))
                .toList();
        return new Step(i, commit, parent, files);
    }

    private static @Nullable SourceFile file(@Nullable Side side, Revision revision) {
        return side == null
                ? null
                : new SourceFile(side.path(), side.kind(), side.blob().name(), revision);
    }

    private static Revision commit(ObjectId id) {
        return new Revision.Commit(id.name());
    }
}
