package io.github.confgate.source.git;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.FileList;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.IdList;
import io.github.confgate.source.Revision;
import io.github.confgate.source.Step;
import io.github.confgate.source.Steps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What every commit of a mainline changed. Commits are listed once; their trees are compared by several threads. Held are
 * some 40 bytes for each commit and 50 for each changed file, and nothing of what is in it.
 */
final class StepLog implements Steps {

    private static final int AT_ONCE = 256;

    private final Commits commits;
    private final IdList oldestFirst;
    /** Of {@link #AT_ONCE} commits each. */
    private final List<PairList> pairs;

    private final Set<String> paths;
    private final long[] seconds;

    private StepLog(Commits commits, IdList oldestFirst, List<PairList> pairs, Set<String> paths, long[] seconds) {
        this.commits = commits;
        this.oldestFirst = oldestFirst;
        this.pairs = pairs;
        this.paths = paths;
        this.seconds = seconds;
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
        FileList.Names names = new FileList.Names();
        long[] seconds = new long[ids.size()];
        List<PairList> pairs = IntStream.range(0, (ids.size() + AT_ONCE - 1) / AT_ONCE)
                .parallel()
                .mapToObj(stretchNumber -> {
                    PairList some = new PairList(names);
                    int end = Math.min(ids.size(), (stretchNumber + 1) * AT_ONCE);
                    for (int i = stretchNumber * AT_ONCE; i < end; i++) {
                        seconds[i] = commits.time(ids.get(i)).getEpochSecond();
                        some.add(pairs(i, ids, trees, difference, changes, wanted));
                    }
                    return some;
                })
                .toList();
        IdList oldestFirst = new IdList();
        ids.forEach(id -> oldestFirst.add(id.name()));
        Set<String> paths = new TreeSet<>();
        names.paths().stream().filter(wanted).forEach(paths::add);
        return new StepLog(commits, oldestFirst, pairs, Collections.unmodifiableSet(paths), seconds);
    }

    private static List<FilePair> pairs(
            int i,
            List<ObjectId> ids,
            List<ObjectId> trees,
            TreeDifference difference,
            Changes changes,
            Predicate<String> wanted) {
        if (i > 0 && trees.get(i).equals(trees.get(i - 1))) {
            return List.of();
        }
        Revision from = i == 0 ? new Revision.Empty() : commit(ids.get(i - 1));
        Difference found =
                difference.between(from, i == 0 ? null : trees.get(i - 1), commit(ids.get(i)), trees.get(i), wanted);
        return changes.pairs(found, wanted);
    }

    @Override
    public Set<String> paths() {
        return paths;
    }

    @Override
    public OptionalInt number(String sha) {
        int number = oldestFirst.indexOf(sha);
        return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    @Override
    public Instant time(CommitInfo commit, Instant now) {
        int number = oldestFirst.indexOf(commit.sha());
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
                .filter(i -> !pairs.get(i / AT_ONCE).isEmpty(i % AT_ONCE))
                .mapToObj(this::step)
                .iterator();
    }

    private Step step(int i) {
        CommitInfo commit = commits.info(ObjectId.fromString(oldestFirst.get(i)));
        String parent = i == 0 ? null : oldestFirst.get(i - 1);
        Revision before = parent == null ? new Revision.Empty() : new Revision.Commit(parent);
        Revision now = new Revision.Commit(commit.sha());
        return new Step(i, commit, parent, pairs.get(i / AT_ONCE).get(i % AT_ONCE, before, now));
    }

    private static Revision commit(ObjectId id) {
        return new Revision.Commit(id.name());
    }
}
