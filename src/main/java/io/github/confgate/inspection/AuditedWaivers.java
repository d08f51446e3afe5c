package io.github.confgate.inspection;

import io.github.confgate.rule.Finding;
import io.github.confgate.source.CommitInfo;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an audit has to say of waivers themselves. A comment that is over is met again by every commit that changes its
 * value, and its line moves: each waiver is told once, by the first commit that was judged with it.
 */
final class AuditedWaivers {

    /** Of so many an auditor reads the first. */
    private static final int MOST = 1_000;

    private final Map<What, AuditEntry.AboutWaiver> told = new LinkedHashMap<>();
    private int leftOut;

    /** What tells a finding about a waiver from others; not its line. */
    private record What(String rule, String path, String message, String text) {
        static What of(Finding finding) {
            String text = finding.subject()
                    .change()
                    .after()
                    .or(finding.subject().change()::before)
                    .map(leaf -> leaf.text())
                    .orElse("");
            return new What(finding.rule().value(), finding.subject().change().path(), finding.message(), text);
        }
    }

    /** @param commit that was judged with the waivers */
    void add(CommitInfo commit, Collection<Finding> findings) {
        for (Finding finding : findings) {
            What what = What.of(finding);
            if (told.size() < MOST) {
                told.putIfAbsent(what, new AuditEntry.AboutWaiver(commit, finding));
            } else if (!told.containsKey(what)) {
                leftOut++;
            }
        }
    }

    List<AuditEntry.AboutWaiver> told() {
        return List.copyOf(told.values());
    }

    /** How many more there were; one that came up several times may count as often. */
    int leftOut() {
        return leftOut;
    }
}
