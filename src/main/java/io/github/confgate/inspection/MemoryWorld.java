package io.github.confgate.inspection;

import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.Rules;
import io.github.confgate.rule.sheet.World;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.verdict.Decided;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs the examples of rules through the whole inspection: a commit with the first tree, one with the second. */
public final class MemoryWorld implements World {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration SOAKED = Duration.ofDays(2);

    @Override
    public List<Finding> findings(Map<String, String> before, Map<String, String> after, Rule rule) {
        Instant change = START.plus(SOAKED);
        MemorySource source = new MemorySource(
                List.of(new MemorySource.Snapshot(START, before), new MemorySource.Snapshot(change, after)));
        InspectionRequest request =
                new InspectionRequest(new RangeRequest.Between("0", "1"), null, null, change.plusSeconds(1));
        return new Inspector(source, Rules.of(List.of(rule)))
                .inspect(request).findings().stream().map(Decided::finding).toList();
    }
}
