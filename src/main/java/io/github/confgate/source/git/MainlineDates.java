package io.github.confgate.source.git;

import io.github.confgate.source.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/** The dates of a mainline's commits, for whoever asks often how it stood at a time. */
final class MainlineDates {

    private final List<ObjectId> newestFirst;
    /** Of each commit and all newer ones, the earliest date: falls, so that it can be searched. */
    private final long[] earliest;

    private MainlineDates(List<ObjectId> newestFirst, long[] earliest) {
        this.newestFirst = newestFirst;
        this.earliest = earliest;
    }

    static MainlineDates read(Readers readers, Set<ObjectId> shallow, ObjectId tip) {
        Commits commits = new Commits(readers);
        FirstParents mainline = new FirstParents(readers, shallow, tip);
        List<ObjectId> ids = new ArrayList<>();
        Stretch stretch;
        do {
            stretch = mainline.next();
            ids.addAll(stretch.commits());
        } while (!stretch.isLast());
        if (stretch.trouble() != null) {
            throw stretch.trouble();
        }
        long[] earliest = new long[ids.size()];
        for (int i = 0; i < earliest.length; i++) {
            long date = commits.time(ids.get(i)).getEpochSecond();
            earliest[i] = i == 0 ? date : Math.min(date, earliest[i - 1]);
        }
        return new MainlineDates(ids, earliest);
    }

    /** The newest commit with no later date; empty when all have one. */
    Optional<Revision.Commit> asOf(Instant time) {
        int low = 0;
        int high = earliest.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (earliest[middle] <= time.getEpochSecond()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == earliest.length
                ? Optional.empty()
                : Optional.of(new Revision.Commit(newestFirst.get(low).name()));
    }
}
