package io.github.confgate.report;

import io.github.confgate.inspection.Inspection;
import io.github.confgate.rule.Severity;
import io.github.confgate.verdict.Decided;
import io.github.confgate.verdict.Decided.Decision;
import io.github.confgate.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The last line of a text report. */
final class Summary {
    private Summary() {}

    /** {@code blocked: 1 critical in 1 of 3 changes; 9 files read}. */
    static String of(Inspection inspection, Style style) {
        String word =
                switch (inspection.verdict()) {
                    case PASS -> style.good("passed");
                    case BLOCK -> style.bad("blocked");
                    case UNDETERMINED -> style.bad("undetermined");
                };
        Inspection.Coverage coverage = inspection.coverage();
        String unread = coverage.unparsed() == 0 ? "" : ", " + coverage.unparsed() + " not";
        return word + ": " + findings(inspection) + "; " + count(coverage.parsed(), "file") + " read" + unread;
    }

    private static String findings(Inspection inspection) {
        int changes = inspection.changes().size();
        if (changes == 0 && inspection.findings().isEmpty()) {
            return inspection.verdict() == Verdict.PASS ? "no configuration changes" : "no changes judged";
        }
        List<String> counts = new ArrayList<>();
        for (Severity severity :
                List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFO)) {
            long count = Groups.open(inspection, severity);
            if (count > 0) {
                counts.add(count + " " + severity.id());
            }
        }
        for (Decision decision : List.of(Decision.WAIVED, Decision.BASELINE)) {
            long count = Groups.decided(inspection, decision);
            if (count > 0) {
                counts.add(count + " " + (decision == Decision.WAIVED ? "waived" : "in the baseline"));
            }
        }
        if (counts.isEmpty()) {
            return "no findings in " + count(changes, "change");
        }
        long touched = inspection.findings().stream()
                .map(Decided::change)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (touched == 0) {
            return String.join(", ", counts) + " in no change";
        }
        return String.join(", ", counts) + " in " + touched + " of " + count(changes, "change");
    }

    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
