package io.github.confgate.inspection;

import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.verdict.Decided;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of an audit, in this order: a header, changes and diagnostics oldest commit first, a summary. */
public sealed interface AuditEntry {

    /**
     * What is audited.
     *
     * @param tip full object id of the commit in which the mainline ends
     * @param commits how many commits the mainline has
     */
    record Header(AuditRequest request, String tip, int commits, String policySource, String policySha256)
            implements AuditEntry {}

    /**
     * A key that a commit changed.
     *
     * @param parent the commit's first parent; null for the first commit
     * @param findings strongest first
     */
    record Changed(CommitInfo commit, @Nullable String parent, Facts facts, List<Decided> findings)
            implements AuditEntry {
        public Changed {
            findings = List.copyOf(findings);
        }
    }

    /** Something that could not be read or known of a commit. */
    record Noted(CommitInfo commit, Diagnostic diagnostic) implements AuditEntry {}

    /**
     * The counts of what was told.
     *
     * @param commits how many of the told commits changed configuration
     * @param blocked how many of them the gate blocks
     * @param findings by severity, those that are accepted left out
     * @param promotions changes of each status
     * @param environments changes that enter each environment, by name
     * @param waivers what is to be said of waivers themselves, each once; no part of the other counts
     * @param waiversLeftOut how many more there were, roughly
     */
    record Summary(
            int commits,
            int blocked,
            int changes,
            int diagnostics,
            int waived,
            Map<Severity, Integer> findings,
            Map<Promotion.Status, Integer> promotions,
            Map<String, Integer> environments,
            List<AboutWaiver> waivers,
            int waiversLeftOut)
            implements AuditEntry {
        public Summary {
            waivers = List.copyOf(waivers);
        }
    }

    /**
     * That a waiver is over, does not count or accepts nothing.
     *
     * @param commit the first that was judged with it; of what nothing asked for the tip
     */
    record AboutWaiver(CommitInfo commit, Finding finding) {}
}
