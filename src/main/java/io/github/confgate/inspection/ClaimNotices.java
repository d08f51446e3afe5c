package io.github.confgate.inspection;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.PathGlob;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.RuleId;
import io.github.confgate.rule.Severity;
import io.github.confgate.verdict.Claim;
import io.github.confgate.verdict.PolicyWaiver;
import io.github.confgate.verdict.Waiver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is to be said of waivers themselves: that they are asked for, over, incomplete or of no use.
 *
 * <p>A waiver of the policy that accepts nothing in a range is the rule and no news: it is unused only when all its
 * paths match no file at all. A comment is unused when the value that it stands at changes, or it is new itself, and
 * no rule that it names says anything. What is over or incomplete in the policy of base weighs at most {@code low}
 * while it would have accepted nothing of this range, and is not told at all once the range takes it out: nobody is to
 * be kept from that.
 */
final class ClaimNotices {

    private final Notices notices;
    private final Predicate<List<PathGlob>> isThere;
    private final List<PolicyWaiver> kept;

    /**
     * @param isThere whether head has a file that one of these matches
     * @param kept the waivers that the policy of head still has
     */
    ClaimNotices(Notices notices, Predicate<List<PathGlob>> isThere, List<PolicyWaiver> kept) {
        this.notices = notices;
        this.isThere = isThere;
        this.kept = List.copyOf(kept);
    }

    /** The request that a claim is; none for one that counts or never will. */
    Optional<Finding> request(Claim claim) {
        return claim.standing() == Claim.Standing.REQUESTED
                ? notices.of(
                        "waiver-requested",
                        about(claim),
                        "a waiver of " + rules(claim) + " is asked for" + reason(claim),
                        Severity.CRITICAL)
                : Optional.empty();
    }

    /** What else there is to say, given all that was found and every change of the range. */
    List<Finding> others(Collection<Claim> claims, Collection<Finding> findings, Collection<Facts> changes) {
        List<Finding> found = new ArrayList<>();
        for (Claim claim : claims) {
            boolean wanted = findings.stream().anyMatch(claim::covers);
            boolean touched = claim.fresh() || changes.stream().anyMatch(claim.scope()::covers);
            switch (claim.standing()) {
                case EXPIRED -> broken("waiver-expired", claim, " counts no longer: ", wanted, touched, found);
                case INVALID -> broken("waiver-invalid", claim, " does not count: ", wanted, touched, found);
                case COUNTS -> unused(claim, wanted, touched, found);
                case REQUESTED -> {}
            }
        }
        return found;
    }

    private void broken(String rule, Claim claim, String words, boolean wanted, boolean touched, List<Finding> found) {
        boolean told = isOfPolicy(claim) ? wanted || isKept(claim) : touched;
        if (told) {
            Severity most = wanted || claim.fresh() ? Severity.CRITICAL : Severity.LOW;
            notices.of(rule, about(claim), the(claim) + words + claim.why(), most)
                    .ifPresent(found::add);
        }
    }

    private void unused(Claim claim, boolean wanted, boolean touched, List<Finding> found) {
        boolean policy = isOfPolicy(claim);
        boolean unused = policy ? isKept(claim) && matchesNoFile(claim) : touched;
        if (!wanted && unused) {
            String why = policy ? "its paths match no file" : "the rule finds nothing here";
            notices.of("waiver-unused", about(claim), the(claim) + " accepts nothing: " + why, Severity.CRITICAL)
                    .ifPresent(found::add);
        }
    }

    private boolean matchesNoFile(Claim claim) {
        List<PathGlob> globs = kept.stream()
                .filter(entry -> entry.toString().equals(claim.text()))
                .flatMap(entry -> entry.paths().stream())
                .map(PathGlob::of)
                .toList();
        return !globs.isEmpty() && !isThere.test(globs);
    }

    private boolean isKept(Claim claim) {
        return kept.stream().anyMatch(entry -> entry.toString().equals(claim.text()));
    }

    private static boolean isOfPolicy(Claim claim) {
        return claim.waiver().source() == Waiver.Source.POLICY;
    }

    private Facts about(Claim claim) {
        KeyPath key = claim.rules().isEmpty()
                ? KeyPath.ROOT
                : KeyPath.ROOT.name("waivers").then(KeyPath.Selector.of("rule", rules(claim)));
        return notices.facts(claim.path(), key, claim.region(), null, claim.text());
    }

    private static String the(Claim claim) {
        return claim.rules().isEmpty() ? "a waiver" : "the waiver of " + rules(claim);
    }

    private static String rules(Claim claim) {
        return claim.rules().stream().map(RuleId::value).collect(Collectors.joining(", "));
    }

    private static String reason(Claim claim) {
        return claim.waiver().reason().isEmpty() ? "" : ": " + claim.waiver().reason();
    }
}
