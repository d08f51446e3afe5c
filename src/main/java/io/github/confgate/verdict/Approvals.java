package io.github.confgate.verdict;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What people have accepted about a range from outside of it: a review, a label. Whoever runs the gate brings them; the
 * repository cannot.
 */
public record Approvals(List<Approval> approvals) {

    public Approvals {
        approvals = List.copyOf(approvals);
    }

    /**
     * One of them.
     *
     * @param accepts a rule, or the fingerprint of one finding
     * @param by a name, a login or an address of mail
     * @param at when it was given
     * @param commit full object id of the commit that it was given on
     */
    public record Approval(String accepts, String by, Instant at, String commit) {

        private boolean isBy(String author) {
            String name = by.strip().toLowerCase(Locale.ROOT);
            String other = author.strip().toLowerCase(Locale.ROOT);
            return name.equals(other) || (other.contains("@") && name.equals(other.substring(0, other.indexOf('@'))));
        }
    }

    /** Nobody has accepted anything. */
    public static Approvals none() {
        return new Approvals(List.of());
    }

    /** Those that count: given on the head commit, by somebody who wrote nothing of the range. */
    public Approvals on(String head, Collection<String> authors) {
        return new Approvals(approvals.stream()
                .filter(approval ->
                        approval.commit().equals(head) && authors.stream().noneMatch(approval::isBy))
                .toList());
    }

    /** The first that accepts a finding. */
    public Optional<Approval> of(String rule, String fingerprint) {
        return approvals.stream()
                .filter(approval ->
                        approval.accepts().equals(rule) || approval.accepts().equals(fingerprint))
                .findFirst();
    }
}
