package io.github.confgate.inspection;

import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.verdict.Decided;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what an audit tells. */
final class AuditTally {

    private final Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
    private final Map<Promotion.Status, Integer> promotions = new EnumMap<>(Promotion.Status.class);
    private final Map<String, Integer> environments = new TreeMap<>();
    private int commits;
    private int blocked;
    private int changes;
    private int changesBefore;
    private int diagnostics;
    private int waived;

    void add(Diagnostic diagnostic) {
        diagnostics++;
    }

    void add(Facts facts, List<Decided> decided) {
        changes++;
        promotions.merge(facts.promotion().status(), 1, Integer::sum);
        Environment environment = facts.environment();
        if (environment != null) {
            environments.merge(environment.name(), 1, Integer::sum);
        }
        for (Decided each : decided) {
            boolean open = each.decision() == Decided.Decision.BLOCK || each.decision() == Decided.Decision.WARN;
            waived += each.decision() == Decided.Decision.WAIVED ? 1 : 0;
            if (open) {
                findings.merge(each.finding().severity(), 1, Integer::sum);
            }
        }
    }

    /** The changes since the last call were those of one commit. */
    void endCommit(boolean blocks) {
        commits += changes > changesBefore ? 1 : 0;
        blocked += blocks ? 1 : 0;
        changesBefore = changes;
    }

    AuditEntry.Summary summary(AuditedWaivers waivers) {
        return new AuditEntry.Summary(
                commits,
                blocked,
                changes,
                diagnostics,
                waived,
                findings,
                promotions,
                environments,
                waivers.told(),
                waivers.leftOut());
    }
}
