package io.github.confgate.source.git;

import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.History;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/** The first-parent history of one commit. */
final class Mainline implements History {

    private final Readers readers;
    private final Set<ObjectId> shallow;
    private final ObjectId tip;
    private final MainlineClock clock;

    Mainline(Readers readers, Set<ObjectId> shallow, ObjectId tip) {
        this.readers = readers;
        this.shallow = shallow;
        this.tip = tip;
        this.clock = new MainlineClock(readers, shallow);
    }

    @Override
    public Instant time(CommitInfo commit, Instant now) {
        return clock.time(commit, now);
    }

    @Override
    public Tracked track(Collection<String> paths) {
        Commits commits = new Commits(readers);
        Blobs blobs = new Blobs(readers, null);
        return new TrackedFiles(
                new FirstParents(readers, shallow, tip),
                new PathStates(readers, new PackOrder(readers.packs())),
                new Origins(readers, new RenameFinder(new Similarity(blobs))),
                commits,
                paths);
    }
}
