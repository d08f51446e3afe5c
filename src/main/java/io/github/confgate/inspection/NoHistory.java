package io.github.confgate.inspection;

import io.github.confgate.source.History;
import java.util.Collection;
import java.util.List;

/** The history of a repository before its first commit. */
final class NoHistory implements History {
    @Override
    public Tracked track(Collection<String> paths) {
        return path -> List.of();
    }
}
