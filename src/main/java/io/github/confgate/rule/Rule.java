package io.github.confgate.rule;

import io.github.confgate.fact.Facts;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Logic of one rule: a function of the facts of one change, without state, output or exceptions for flow. */
public interface Rule {

    RuleSheet sheet();

    Stream<Finding> find(Facts facts);

    /**
     * Whether this rule's sheet says {@code high-risk: true} and its key is this one, whatever happened to it: an
     * address that goes away is as dangerous as one that changes.
     */
    default boolean isHighRisk(Facts facts) {
        return false;
    }

    /**
     * Texts of which one at least stands in every key that this rule is about, folded as globs fold them; none where it
     * may be about any key.
     */
    default List<String> needles() {
        return List.of();
    }

    /** Rules that say the same more exactly: where one of them has a finding, this one keeps silent. */
    default Set<RuleId> yieldsTo() {
        return Set.of();
    }

    /** A finding of this rule with the severity that the facts make of it. */
    default Finding weigh(Finding finding, boolean highRisk, RuleSettings settings) {
        return finding.withSeverity(Weight.ofRule(sheet(), finding.subject(), highRisk, settings));
    }
}
