package io.github.confgate.fact;

import io.github.confgate.document.KeyPath;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.CommitTable;
import io.github.confgate.source.FileList;
import io.github.confgate.source.FileVersion;
import io.github.confgate.source.Numbers;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When the keys of a file, or of a stack of files, changed, and what they held before. Filled oldest first. Commits are
 * held by their numbers, and what is asked of them is made when it is asked for: a long history has many.
 */
final class KeyLog {

    /** What the logs of one mainline share. */
    static final class Shared {
        private final CommitTable commits = new CommitTable();
        private final FileList.Names names = new FileList.Names();

        void add(int number, CommitInfo commit) {
            commits.add(number, commit);
        }

        CommitInfo commit(int number) {
            return commits.get(number);
        }
    }

    private static final Set<KeyLikeness> LIKE = EnumSet.of(KeyLikeness.SAME, KeyLikeness.UNSURE);
    private static final Set<KeyLikeness> UNSURE = EnumSet.of(KeyLikeness.UNSURE);

    private final Shared shared;
    private final int since;
    private final Numbers versions = new Numbers();
    private final FileList files;
    private final Numbers marks = new Numbers();
    private final KeyEvents events = new KeyEvents();
    private @Nullable KeyLog origin;

    /** @param since the number of the commit before which nothing is recorded */
    KeyLog(Shared shared, int since) {
        this.shared = shared;
        this.since = since;
        this.files = new FileList(shared.names);
    }

    /**
     * A commit by which a key may have changed.
     *
     * @param commit its number
     * @param was what the key held until then; null when that has to be looked up
     */
    record Mark(int commit, @Nullable Was was) {}

    int since() {
        return since;
    }

    /** The log of the same file under another name from a commit on. */
    KeyLog renamed(int number) {
        KeyLog log = new KeyLog(shared, number);
        log.origin = this;
        for (int i = 0; i < versions.size(); i++) {
            log.versions.add(versions.get(i));
            log.files.add(files.get(i, new Revision.Empty()));
        }
        return log;
    }

    /** A version of the file; null when the commit removed it. */
    void add(int commit, @Nullable SourceFile file) {
        versions.add(commit);
        files.add(file);
    }

    /** A version that is not told by its changed keys. */
    void addMark(int commit) {
        marks.add(commit);
    }

    /** @param was what the key held until then; null when that has to be looked up */
    void add(int commit, KeyEvents.Key key, @Nullable Was was) {
        events.add(commit, key, was);
    }

    @Nullable
    FileVersion newest() {
        return version(versions.size() - 1);
    }

    /** The newest version that is not left out; null when all are. */
    @Nullable
    FileVersion newestNot(Predicate<FileVersion> leftOut) {
        int last = versions.size() - 1;
        FileVersion version = version(last);
        while (version != null && leftOut.test(version)) {
            version = version(--last);
        }
        return version;
    }

    /** The last version before a commit; null when the file was not there. */
    @Nullable
    FileVersion versionBefore(int number) {
        return version(versions.below(number) - 1);
    }

    /** Every version, newest first. */
    Stream<FileVersion> versions() {
        return down(versions.size()).mapToObj(this::made);
    }

    private static IntStream down(int size) {
        return IntStream.iterate(size - 1, at -> at >= 0, at -> at - 1);
    }

    private @Nullable FileVersion version(int at) {
        return at < 0 ? null : made(at);
    }

    private FileVersion made(int at) {
        CommitInfo commit = shared.commit(versions.get(at));
        return new FileVersion(-versions.get(at), commit, files.get(at, new Revision.Commit(commit.sha())));
    }

    /**
     * The commits by which a key may have changed, newest first.
     *
     * @param relaxed whether several spellings are one key
     * @param stacked whether this is the log of a stack, where a value above a key hides what lies below it
     */
    Iterator<Mark> marks(Wanted wanted, boolean relaxed, boolean stacked) {
        List<Iterator<Mark>> rows = new ArrayList<>();
        collect(wanted, relaxed, stacked, Integer.MAX_VALUE, rows);
        return new MarkMerge(rows, stacked || !relaxed);
    }

    /**
     * The commits by which keys above a key may have come, gone or become something else, newest first. Not those by which
     * the very item of a list came or went that its fields tell: the list hides what lower layers have with it or without
     * it, and what the key held has an event of its own.
     */
    Iterator<Mark> marksAbove(Wanted wanted, boolean relaxed) {
        List<Iterator<Mark>> rows = new ArrayList<>();
        int before = Integer.MAX_VALUE;
        for (KeyLog log = this; log != null; log = log.origin) {
            for (KeyPath above = wanted.key().parent(); !above.isRoot(); above = above.parent()) {
                boolean byFields = KeyName.of(above).hasItems()
                        && above.segments().stream().noneMatch(KeyPath.Index.class::isInstance);
                log.add(wanted.under(above), relaxed, before, false, byFields ? UNSURE : LIKE, rows);
            }
            before = Math.min(before, log.since);
        }
        return new MarkMerge(rows, false);
    }

    private void collect(Wanted wanted, boolean relaxed, boolean stacked, int before, List<Iterator<Mark>> rows) {
        rows.add(down(marks.below(before))
                .mapToObj(at -> new Mark(marks.get(at), null))
                .iterator());
        add(wanted, relaxed, before, true, LIKE, rows);
        for (KeyPath above = wanted.key().parent(); stacked && !above.isRoot(); above = above.parent()) {
            add(wanted.under(above), relaxed, before, false, LIKE, rows);
        }
        if (origin != null) {
            origin.collect(wanted, relaxed, stacked, Math.min(before, since), rows);
        }
    }

    /**
     * Adds the events of a key.
     *
     * @param tells whether what the key held is what is asked for
     * @param wantedOnes how like the key those are that count
     */
    private void add(
            Wanted wanted,
            boolean relaxed,
            int before,
            boolean tells,
            Set<KeyLikeness> wantedOnes,
            List<Iterator<Mark>> rows) {
        for (IntStream chain : events.of(wanted.key())) {
            rows.add(chain.filter(at -> events.commit(at) < before)
                    .boxed()
                    .<Mark>mapMulti((at, sink) -> {
                        KeyLikeness likeness = KeyLikeness.of(events.key(at), wanted, relaxed);
                        if (wantedOnes.contains(likeness)) {
                            boolean told = tells && likeness == KeyLikeness.SAME;
                            sink.accept(new Mark(events.commit(at), told ? events.before(at) : null));
                        }
                    })
                    .iterator());
        }
    }
}
