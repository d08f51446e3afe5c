package io.github.confgate.source.git;

import io.github.confgate.source.CannotJudgeException;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Some commits of a mainline in a row, newest first.
 *
 * @param commits their ids
 * @param trees the root tree of each
 * @param isLast whether no commit comes before these, or none can be read
 * @param trouble why none can be read; null at the true beginning of history
 */
record Stretch(
        List<ObjectId> commits,
        List<ObjectId> trees,
        boolean isLast,
        @Nullable CannotJudgeException trouble) {
    Stretch {
        commits = List.copyOf(commits);
        trees = List.copyOf(trees);
    }

    int size() {
        return commits.size();
    }
}
