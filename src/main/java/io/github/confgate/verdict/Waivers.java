package io.github.confgate.verdict;

import io.github.confgate.rule.LinearPattern;
import io.github.confgate.rule.RuleId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a policy accepts, and what it lets others accept.
 *
 * @param inline which comments count
 * @param trailers whether trailers of commit messages count
 * @param require what every waiver must say
 * @param never rules that nobody may waive
 * @param review who may accept by a review or a label
 * @param entries what the policy itself accepts
 */
public record Waivers(
        Inline inline,
        boolean trailers,
        Required require,
        Set<RuleId> never,
        Review review,
        List<PolicyWaiver> entries) {

    public Waivers {
        never = Set.copyOf(never);
        entries = List.copyOf(entries);
    }

    /** Which comments of files count, least first. */
    public enum Inline {
        OFF,
        /** Those that base has already. */
        BASE,
        /** Those that a range brings, too. */
        HEAD
    }

    /**
     * What every waiver must say.
     *
     * @param reason whether it must give a reason
     * @param ticket the form of a ticket; null when it needs none
     * @param maxDays how many days from now it may last; null when it may last for ever
     */
    public record Required(
            boolean reason,
            @Nullable LinearPattern ticket,
            @Nullable Integer maxDays) {}

    /**
     * Who may accept, on the forge, what a range asks for.
     *
     * @param by people ({@code ada}) and teams ({@code org/platform}) whose approving review counts, in lower case
     * @param label the label that counts when it is put on; empty when none does. Where {@code by} names anybody, one
     *     of them must have put it on
     */
    public record Review(List<String> by, String label) {

        public Review {
            by = List.copyOf(by);
        }

        /** Nobody on the forge. */
        public static Review none() {
            return new Review(List.of(), "");
        }

        public boolean isNone() {
            return by.isEmpty() && label.isEmpty();
        }
    }

    /** Nothing is accepted; comments count once base has them. */
    public static Waivers none() {
        return new Waivers(Inline.BASE, false, new Required(true, null, null), Set.of(), Review.none(), List.of());
    }
}
