package io.github.confgate.inspection;

import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.RuleId;
import io.github.confgate.rule.Severity;
import io.github.confgate.verdict.Decided;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what an audit blocks, and keeps of each rule the newest examples. */
final class WhatIfTally {

    private static final int EXAMPLES = 3;

    private final Map<RuleId, Count> counts = new TreeMap<>();
    private final Set<String> blocked = new HashSet<>();
    private String tip = "";
    private WhatIf.Side side = new WhatIf.Side("", "", 0, 0);

    /** What one rule blocks. */
    private static final class Count {
        private final Map<Promotion.Status, Integer> statuses = new EnumMap<>(Promotion.Status.class);
        private final Deque<WhatIf.Example> examples = new ArrayDeque<>();
        private Severity severity = Severity.INFO;
        private int commits;

        void add(AuditEntry.Changed changed, Finding finding) {
            Facts facts = changed.facts();
            severity = finding.severity().atLeast(severity) ? finding.severity() : severity;
            statuses.merge(facts.promotion().status(), 1, Integer::sum);
            WhatIf.Example newest = examples.peekFirst();
            if (newest != null && newest.commit().sha().equals(changed.commit().sha())) {
                return;
            }
            commits++;
            examples.addFirst(new WhatIf.Example(
                    changed.commit(),
                    facts.change().path(),
                    finding.region().line(),
                    facts.change().key().toString(),
                    finding.message()));
            if (examples.size() > EXAMPLES) {
                examples.removeLast();
            }
        }

        WhatIf.Reason reason(RuleId rule) {
            return new WhatIf.Reason(rule, severity, commits, statuses, List.copyOf(examples));
        }
    }

    void add(AuditEntry entry) {
        if (entry instanceof AuditEntry.Header header) {
            tip = header.tip();
            side = new WhatIf.Side(header.policySource(), header.policySha256(), 0, 0);
        } else if (entry instanceof AuditEntry.Changed changed) {
            for (Decided decided : changed.findings()) {
                if (decided.decision() == Decided.Decision.BLOCK) {
                    blocked.add(changed.commit().sha());
                    counts.computeIfAbsent(decided.finding().rule(), rule -> new Count())
                            .add(changed, decided.finding());
                }
            }
        } else if (entry instanceof AuditEntry.Summary summary) {
            side = new WhatIf.Side(side.source(), side.sha256(), summary.commits(), summary.blocked());
        }
    }

    String tip() {
        return tip;
    }

    WhatIf.Side side() {
        return side;
    }

    /** How many commits are blocked here and not there. */
    int blockedBeside(WhatIfTally other) {
        return (int)
                blocked.stream().filter(sha -> !other.blocked.contains(sha)).count();
    }

    List<WhatIf.Reason> reasons() {
        List<WhatIf.Reason> reasons = new ArrayList<>();
        counts.forEach((rule, count) -> reasons.add(count.reason(rule)));
        reasons.sort(Comparator.comparingInt(WhatIf.Reason::commits).reversed().thenComparing(WhatIf.Reason::rule));
        return reasons;
    }
}
