package io.github.confgate.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commit of the mainline and what it changed.
 *
 * @param number of the commit, counted from the beginning of history: 0 is the first
 * @param parent the full object id of its first parent; null for the first commit
 * @param pairs the wanted files that differ from the first parent, sorted by path
 */
public record Step(int number, CommitInfo commit, @Nullable String parent, List<FilePair> pairs) {
    public Step {
        pairs = List.copyOf(pairs);
    }
}
