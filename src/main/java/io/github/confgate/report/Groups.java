package io.github.confgate.report;

import io.github.confgate.fact.Facts;
import io.github.confgate.inspection.Inspection;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Severity;
import io.github.confgate.verdict.Decided;
import io.github.confgate.verdict.Decided.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as readers want them: grouped by change, strongest first. */
final class Groups {
    private static final Comparator<Decided> STRONGEST_FIRST = Comparator.comparing(Decided::decision)
            .thenComparing(Groups::severity, Comparator.reverseOrder())
            .thenComparing(decided -> decided.finding().confidence(), Comparator.reverseOrder())
            // Of two alike, the one that can name a place and a time for what to do.
            .thenComparing(decided -> decided.finding().sheet().kind() != RuleSheet.Kind.PROMOTION);

    private Groups() {}

    /** The findings of one change, or one about no change, whose {@code change} has no id; the first leads. */
    record Group(Inspection.Inspected change, List<Decided> findings) {
        Decided lead() {
            return findings.get(0);
        }
    }

    static List<Group> of(Inspection inspection) {
        Map<String, List<Decided>> byChange = new LinkedHashMap<>();
        List<Group> groups = new ArrayList<>();
        for (Decided decided : inspection.findings()) {
            String change = decided.change();
            if (change == null) {
                Facts about = decided.finding().subject();
                groups.add(new Group(new Inspection.Inspected("", about, null), List.of(decided)));
            } else {
                byChange.computeIfAbsent(change, id -> new ArrayList<>()).add(decided);
            }
        }
        for (Inspection.Inspected change : inspection.changes()) {
            List<Decided> findings = byChange.get(change.id());
            if (findings != null) {
                findings.sort(STRONGEST_FIRST);
                groups.add(new Group(change, List.copyOf(findings)));
            }
        }
        groups.sort(Comparator.comparing(Group::lead, STRONGEST_FIRST));
        return groups;
    }

    /** All findings, each for itself. */
    static List<Decided> strongestFirst(Inspection inspection) {
        return inspection.findings().stream().sorted(STRONGEST_FIRST).toList();
    }

    static Severity severity(Decided decided) {
        return decided.finding().severity();
    }

    /** Whether a finding stands: nobody has accepted it. */
    static boolean isOpen(Decided decided) {
        return decided.decision() == Decision.BLOCK || decided.decision() == Decision.WARN;
    }

    static long open(Inspection inspection, Severity severity) {
        return inspection.findings().stream()
                .filter(decided -> isOpen(decided) && severity(decided) == severity)
                .count();
    }

    static long decided(Inspection inspection, Decision decision) {
        return inspection.findings().stream()
                .filter(decided -> decided.decision() == decision)
                .count();
    }
}
