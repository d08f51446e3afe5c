package io.github.confgate.cli;

import io.github.confgate.inspection.EnvironmentListing;
import io.github.confgate.inspection.Inspection;
import io.github.confgate.inspection.InspectionRequest;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.source.RangeRequest;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The real engine. */
final class RepositoryEngine implements Engine {
    @Override
    public Inspection inspect(Path repository, InspectionRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Inspection difference(Path repository, RangeRequest range, @Nullable String environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EnvironmentListing environments(Path repository, @Nullable Path policy) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RuleSheet> rules() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Examples examples(@Nullable Path path) {
        throw new UnsupportedOperationException();
    }
}
