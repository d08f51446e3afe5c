package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.document.Leaf;
import io.github.confgate.rule.Finding;
import io.github.confgate.source.Region;
import io.github.confgate.verdict.Approvals;
import io.github.confgate.verdict.Approvals.Approval;
import io.github.confgate.verdict.Claim;
import io.github.confgate.verdict.Fingerprint;
import io.github.confgate.verdict.PolicyWaiver;
import io.github.confgate.verdict.Waiver;
import io.github.confgate.verdict.trust.WaiversWeakened;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The waivers that a range adds to the policy, or lets last longer, and whose {@code gate-weakened} somebody has
 * accepted: they count in this range already, as a comment does that was accepted, and by the conditions of base.
 */
final class AcceptedEntries {

    private final List<PolicyWaiver> base;
    private final Collection<Finding> findings;
    private final Approvals approvals;

    /**
     * @param base entries of the policy of base
     * @param findings what is said of the range
     */
    AcceptedEntries(Collection<PolicyWaiver> base, Collection<Finding> findings, Approvals approvals) {
        this.base = List.copyOf(base);
        this.findings = findings;
        this.approvals = approvals;
    }

    /**
     * A waiver that was accepted.
     *
     * @param old where base has it with another last day; empty when the range adds it
     */
    record Accepted(Claim claim, Optional<Region> old) {
        /** Whether a claim is this one as base has it, which says nothing any more. */
        boolean replaces(Claim other) {
            return other.waiver().source() == Waiver.Source.POLICY
                    && old.filter(other.region()::equals).isPresent();
        }
    }

    /**
     * @param head entries of the policy of head
     * @param claim turns one into a claim
     */
    List<Accepted> of(Collection<PolicyWaiver> head, Function<PolicyWaiver, Claim> claim) {
        List<Accepted> accepted = new ArrayList<>();
        for (PolicyWaiver entry : head) {
            Optional<PolicyWaiver> old = base.stream()
                    .filter(each -> each.scope().equals(entry.scope()))
                    .findFirst();
            findings.stream()
                    .filter(finding -> finding.rule().value().equals("gate-weakened"))
                    .filter(finding -> old.isPresent()
                            ? isLonger(finding.subject().change(), old.get(), entry)
                            : isAdded(finding.subject().change(), entry))
                    .map(finding -> approvals.of(finding.rule().value(), Fingerprint.of(finding)))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(approval -> new Accepted(by(claim.apply(entry), approval), old.map(PolicyWaiver::region)))
                    .ifPresent(accepted::add);
        }
        return accepted;
    }

    /** One that is over, or lacks what base wants of waivers, does not count for all that. */
    private static Claim by(Claim claim, Approval approval) {
        return claim.counts() ? claim.granted(approval.by()) : claim;
    }

    /** Whether a change is that the range adds this entry. */
    private static boolean isAdded(Change change, PolicyWaiver entry) {
        return change.before().isEmpty() && text(change.after()).equals(Optional.of(entry.toString()));
    }

    /** Whether a change is that of an entry's last day. */
    private static boolean isLonger(Change change, PolicyWaiver old, PolicyWaiver now) {
        return change.key().equals(WaiversWeakened.lastDay(now.rule()))
                && text(change.before()).equals(day(old))
                && text(change.after()).equals(day(now));
    }

    private static Optional<String> text(Optional<Leaf> leaf) {
        return leaf.map(Leaf::text);
    }

    private static Optional<String> day(PolicyWaiver entry) {
        return Optional.ofNullable(entry.expires()).map(LocalDate::toString);
    }
}
