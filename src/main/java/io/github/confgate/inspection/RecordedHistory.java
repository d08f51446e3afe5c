package io.github.confgate.inspection;

import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.History;
import io.github.confgate.source.Steps;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The mainline of an audit, of which only dates are asked: what its files held is recorded elsewhere. */
record RecordedHistory(Steps steps) implements History {

    @Override
    public Tracked track(Collection<String> paths) {
        return path -> List.of();
    }

    @Override
    public Instant time(CommitInfo commit, Instant now) {
        return steps.time(commit, now);
    }
}
