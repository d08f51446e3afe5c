package io.github.confgate.source.git;

import io.github.confgate.source.CommitInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.ObjectId;

/** Compares the date of a commit with those of the commits before it. */
final class MainlineClock {

    /** Who gets so many commits with false dates into the mainline needs none. */
    static final int COMPARED = 64;

    private final Readers readers;
    private final Commits commits;
    private final Set<ObjectId> shallow;
    private final Map<String, List<Instant>> before = new ConcurrentHashMap<>();

    MainlineClock(Readers readers, Set<ObjectId> shallow) {
        this.readers = readers;
        this.commits = new Commits(readers);
        this.shallow = shallow;
    }

    Instant time(CommitInfo commit, Instant now) {
        return before.computeIfAbsent(commit.sha(), this::timesBefore).stream()
                .filter(time -> !time.isAfter(now))
                .reduce(commit.time(), (a, b) -> a.isAfter(b) ? a : b);
    }

    private List<Instant> timesBefore(String sha) {
        Stretch stretch = new FirstParents(readers, shallow, ObjectId.fromString(sha)).first(COMPARED);
        return stretch.commits().stream().map(commits::time).toList();
    }
}
