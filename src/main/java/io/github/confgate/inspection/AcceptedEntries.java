package io.github.confgate.inspection;

import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.verdict.Approvals;
import io.github.confgate.verdict.Approvals.Approval;
import io.github.confgate.verdict.Claim;
import io.github.confgate.verdict.Fingerprint;
import io.github.confgate.verdict.PolicyWaiver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The waivers that a range adds to the policy, and whose {@code gate-weakened} somebody has accepted: they count in this
 * range already, as a comment does that was accepted, and by the conditions of base.
 */
final class AcceptedEntries {

    private AcceptedEntries() {}

    /**
     * @param entries of the policy of head
     * @param claim turns one into a claim
     */
    static List<Claim> of(
            Collection<PolicyWaiver> entries,
            Collection<Finding> findings,
            Approvals approvals,
            Function<PolicyWaiver, Claim> claim) {
        List<Claim> accepted = new ArrayList<>();
        for (PolicyWaiver entry : entries) {
            findings.stream()
                    .filter(finding -> isAbout(finding, entry))
                    .map(finding -> approvals.of(finding.rule().value(), Fingerprint.of(finding)))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(approval -> by(claim.apply(entry), approval))
                    .ifPresent(accepted::add);
        }
        return accepted;
    }

    /** One that is over, or lacks what base wants of waivers, does not count for all that. */
    private static Claim by(Claim claim, Approval approval) {
        return claim.counts() ? claim.granted(approval.by()) : claim;
    }

    /** Whether a finding says that the range adds this entry. */
    private static boolean isAbout(Finding finding, PolicyWaiver entry) {
        Facts facts = finding.subject();
        return finding.rule().value().equals("gate-weakened")
                && facts.change().before().isEmpty()
                && facts.change()
                        .after()
                        .filter(leaf -> leaf.text().equals(entry.toString()))
                        .isPresent();
    }
}
