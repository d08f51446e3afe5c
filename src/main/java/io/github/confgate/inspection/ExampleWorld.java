package io.github.confgate.inspection;

import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Rules;
import io.github.confgate.rule.sheet.World;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.verdict.Decided;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runs the examples of sheets through the real stages: one commit on top of a history of one, a month later. */
public final class ExampleWorld implements World {

    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant AFTER = BEFORE.plus(Duration.ofHours(1));

    @Override
    public List<Finding> findings(RuleSheet.Example example, Rule rule) {
        List<MemorySource.Snapshot> history = new ArrayList<>();
        int earlier = example.earlier().size();
        for (int i = 0; i < earlier; i++) {
            Instant time = BEFORE.minus(Duration.ofDays(earlier - i));
            history.add(new MemorySource.Snapshot(time, example.earlier().get(i)));
        }
        history.add(new MemorySource.Snapshot(BEFORE, example.before()));
        history.add(new MemorySource.Snapshot(AFTER, example.after(), example.message()));
        RangeRequest range = new RangeRequest.Between(String.valueOf(earlier), String.valueOf(earlier + 1));
        return new Inspector(new MemorySource(history), Rules.alone(rule))
                .inspect(new InspectionRequest(range, null, null, AFTER)).findings().stream()
                        .map(Decided::finding)
                        .toList();
    }
}
