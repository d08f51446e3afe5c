package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.List;
import java.util.Optional;

/** Finds versions of charts, modules and bases outside of the tree that change, and their defaults with them. */
record DefaultsChangedUnseen(RuleSheet sheet) implements RangeRule {

    @Override
    public void look(List<Facts> changes, Said said) {
        for (Facts facts : changes) {
            Pin now = facts.distance() == 0 ? after(facts).orElse(null) : null;
            Pin old = now == null ? null : before(facts, now, changes).orElse(null);
            if (now == null || old == null || old.equals(now) || isInTree(now, facts)) {
                continue;
            }
            boolean apart = now.isApartFrom(old);
            said.at(
                    facts,
                    apart ? sheet.severity() : Severity.INFO,
                    facts.change().key() + " goes " + (apart ? "to another major version" : "to another version")
                            + " in " + Shown.place(facts)
                            + ": the defaults come with it and are not in this tree");
        }
    }

    private static Optional<Pin> after(Facts facts) {
        Change change = facts.change();
        return change.after().flatMap(leaf -> pin(facts, leaf, true));
    }

    /** What stood there, or, of an item of a list, what went with the same name. */
    private static Optional<Pin> before(Facts facts, Pin now, List<Facts> changes) {
        if (facts.change().before().isPresent()) {
            return facts.change()
                    .before()
                    .flatMap(leaf -> pin(facts, leaf, false))
                    .filter(old -> old.of().equals(now.of()));
        }
        return changes.stream()
                .filter(other -> other.change().kind() == Change.Kind.REMOVED
                        && other.change().path().equals(facts.change().path()))
                .flatMap(other -> other.change().before().flatMap(leaf -> pin(other, leaf, false)).stream())
                .filter(old -> old.of().equals(now.of()))
                .findFirst();
    }

    private static Optional<Pin> pin(Facts facts, Leaf leaf, boolean after) {
        Change change = facts.change();
        return (after ? facts.around().partAfter(change) : facts.around().partBefore(change))
                .flatMap(part -> Pin.of(change.path(), part, leaf.key(), leaf.text()));
    }

    /** A chart that lies beside the one that takes it: its defaults are read. */
    private static boolean isInTree(Pin pin, Facts facts) {
        String path = facts.change().path();
        String folder = path.substring(0, path.lastIndexOf('/') + 1) + "charts/" + pin.of() + "/";
        return facts.around().after().paths().stream().anyMatch(other -> other.startsWith(folder));
    }
}
