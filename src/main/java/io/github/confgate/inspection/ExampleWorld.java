package io.github.confgate.inspection;

import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.Rules;
import io.github.confgate.rule.sheet.World;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.verdict.Decided;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs the examples of sheets through the real stages: one commit on top of a history of one, a month later. */
public final class ExampleWorld implements World {

    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant AFTER = Instant.parse("2026-02-01T00:00:00Z");

    @Override
    public List<Finding> findings(Map<String, String> before, Map<String, String> after, Rule rule) {
        MemorySource source = new MemorySource(
                List.of(new MemorySource.Snapshot(BEFORE, before), new MemorySource.Snapshot(AFTER, after)));
        InspectionRequest request = new InspectionRequest(new RangeRequest.Between("0", "1"), null, null, AFTER);
        return new Inspector(source, Rules.of(List.of(rule)))
                .inspect(request).findings().stream().map(Decided::finding).toList();
    }
}
