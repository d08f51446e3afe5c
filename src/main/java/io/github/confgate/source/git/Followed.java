package io.github.confgate.source.git;

import io.github.confgate.source.FileVersion;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** One tracked file on the way back through history: what is known of it, and its state where the walk stands. */
final class Followed {

    /** Complete versions, newest first; only ever grows. */
    final List<FileVersion> versions = new ArrayList<>();

    /** Its path at the commit that the walk stands at. */
    String path;

    /** What is there, and since when as far as is known; the commit is null before the walk starts. */
    @Nullable
    Entry entry;

    @Nullable
    ObjectId since;

    @Nullable
    ObjectId sinceTree;

    /** How many commits of the mainline are newer than {@link #since}. */
    int age;

    Followed(String path) {
        this.path = path;
    }

    void standAt(ObjectId commit, ObjectId tree, int commitAge, @Nullable Entry found) {
        age = commitAge;
        since = commit;
        sinceTree = tree;
        entry = found;
    }
}
