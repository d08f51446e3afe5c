package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.ScalarType;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.util.stream.Stream;

/**
 * Finds files of production that could be read before a change and cannot be read any more. Of an environment that is gated
 * the verdict says so itself.
 */
record DocumentBroken(RuleSheet sheet) implements Rule {

    private static final String UNREADABLE = "unreadable file";

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        if (change.kind() != Change.Kind.MODIFIED
                || facts.distance() > 0
                || facts.promotion().status() != Promotion.Status.NOT_GATED) {
            return Stream.empty();
        }
        Leaf old = change.before().orElseThrow();
        Leaf now = change.after().orElseThrow();
        boolean broken = now.is(ScalarType.UNREADABLE)
                && now.text().startsWith(UNREADABLE)
                && !old.text().startsWith(UNREADABLE);
        return broken
                ? Stream.of(Finding.of(
                        sheet,
                        facts,
                        "this file could be read and cannot be read any more: what " + Shown.place(facts)
                                + " has from it is lost"))
                : Stream.empty();
    }
}
