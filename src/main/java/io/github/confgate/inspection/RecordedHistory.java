package io.github.confgate.inspection;

import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.History;
import io.github.confgate.source.Steps;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * The mainline of an audit: dates are known from the steps that were listed.
 *
 * @param walked the same, for what is not recorded; made when somebody asks for that
 */
record RecordedHistory(Steps steps, Supplier<History> walked) implements History {

    @Override
    public Tracked track(Collection<String> paths) {
        return walked.get().track(paths);
    }

    @Override
    public Instant time(CommitInfo commit, Instant now) {
        return steps.time(commit, now);
    }
}
