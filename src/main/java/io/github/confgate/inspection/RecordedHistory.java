package io.github.confgate.inspection;

import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.History;
import io.github.confgate.source.Steps;
import java.time.Instant;
import java.util.Collection;

/**
 * The mainline of an audit: dates are known from the steps that were listed.
 *
 * @param walked the same, for what is not recorded
 */
record RecordedHistory(Steps steps, History walked) implements History {

    @Override
    public Tracked track(Collection<String> paths) {
        return walked.track(paths);
    }

    @Override
    public Instant time(CommitInfo commit, Instant now) {
        return steps.time(commit, now);
    }
}
