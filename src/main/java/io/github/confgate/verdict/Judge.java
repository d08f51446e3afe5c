package io.github.confgate.verdict;

import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what a finding means under a policy. */
public final class Judge {

    /** What a policy forbids in so many words blocks whatever level it sets for findings of the rules. */
    private static final Set<String> FORBIDDEN =
            Set.of("change-during-freeze", "unmapped-document-changed", "gate-weakened", "policy-invalid");

    /** What the finding of a request is called; who accepts it makes the waiver count. */
    static final String REQUEST = "waiver-requested";

    private final Gate gate;
    private final List<Claim> claims;
    private final Approvals approvals;
    private final Baseline baseline;

    public Judge(Gate gate, List<Claim> claims, Approvals approvals, Baseline baseline) {
        this.gate = gate;
        this.claims = List.copyOf(claims);
        this.approvals = approvals;
        this.baseline = baseline;
    }

    /** What the gate makes of a finding about the change with the given id; null for one about no change. */
    public Decided decide(Finding finding, @Nullable String change) {
        String fingerprint = Fingerprint.of(finding);
        Optional<Waiver> waiver = waiver(finding, fingerprint);
        Decided.Decision decision;
        if (waiver.isPresent()) {
            decision = Decided.Decision.WAIVED;
        } else if (baseline.covers(finding, fingerprint)) {
            decision = Decided.Decision.BASELINE;
        } else {
            decision = blocks(finding) ? Decided.Decision.BLOCK : Decided.Decision.WARN;
        }
        return new Decided(finding, change, fingerprint, decision, waiver.orElse(null));
    }

    private Optional<Waiver> waiver(Finding finding, String fingerprint) {
        return claims.stream()
                .filter(claim -> claim.counts() && claim.covers(finding))
                .map(Claim::waiver)
                .findFirst()
                .or(() -> approved(finding, fingerprint));
    }

    /** Of findings themselves only a weakened gate is a reviewer's to accept; the rest is the policy's. */
    private Optional<Waiver> approved(Finding finding, String fingerprint) {
        return isAcceptable(finding)
                ? approvals
                        .of(finding.rule().value(), fingerprint)
                        .map(approval -> new Waiver(
                                Waiver.Source.APPROVAL, approval.by(), "accepted on " + approval.at(), "", null))
                : Optional.empty();
    }

    /** Whether it is a finding that a review or a label may accept. */
    public static boolean isAcceptable(Finding finding) {
        String rule = finding.rule().value();
        return rule.equals("gate-weakened") || rule.equals(REQUEST);
    }

    private boolean blocks(Finding finding) {
        if (gate.observe()) {
            return false;
        }
        Severity severity = finding.severity();
        return severity.atLeast(gate.failOn(finding.subject()))
                || (FORBIDDEN.contains(finding.rule().value()) && severity.atLeast(Severity.HIGH));
    }
}
