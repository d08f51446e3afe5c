package io.github.confgate.source;

import java.time.Instant;
import java.util.Collection;

/**
 * The first-parent history of one commit (the mainline), newest first. A merge counts as one commit against its first
 * parent.
 */
public interface History {

    /**
     * Follows files back through history. One walk serves all of them and goes back only as far as somebody asks; with
     * a rename, a file's earlier path is followed.
     */
    Tracked track(Collection<String> paths);

    /**
     * When a commit of the mainline was made, as far as the dates before it agree: no earlier than the commits that it
     * builds on. So a date in the past lengthens no soak. A date after {@code now} is of a clock that is wrong, and
     * says nothing of others.
     */
    default Instant time(CommitInfo commit, Instant now) {
        return commit.time();
    }

    /** The histories of a set of files. */
    interface Tracked {

        /**
         * The versions of a file, newest first. The first is the state at the tip; after the last one (going back) the
         * file did not exist. Empty when the path never existed. Iterating advances the shared walk as needed.
         *
         * @throws CannotJudgeException while iterating, when history ends early: a shallow clone or a missing object
         */
        Iterable<FileVersion> versions(String path);
    }
}
