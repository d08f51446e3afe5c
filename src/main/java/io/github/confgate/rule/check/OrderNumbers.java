package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.change.Value;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rules that stand each under a name of their own and say by a number which of them is looked at first: a rule of a
 * network ACL, a router. Finds those whose number went past that of one that decides otherwise.
 */
final class OrderNumbers {

    private static final Set<String> FIELDS =
            Set.of("priority", "order", "sequence", "seq", "precedence", "ruleno", "rulenumber", "rulepriority");
    /** Of these the largest number comes first. */
    private static final Set<String> LARGEST_FIRST = Set.of("routers");

    private static final int MOST = 400;

    private OrderNumbers() {}

    static void look(List<Facts> changes, RangeRule.Said said) {
        for (Facts facts : changes) {
            Change change = facts.change();
            Leaf now = change.after().orElse(null);
            Leaf old = change.before().orElse(null);
            if (now != null && old != null && change.kind() == Change.Kind.MODIFIED && isNumberOfOne(now.key())) {
                judge(facts, old, now, said);
            }
        }
    }

    private static boolean isNumberOfOne(KeyPath key) {
        int size = key.segments().size();
        return FIELDS.contains(Siblings.folded(key.lastName()))
                && size > 2
                && key.segments().get(size - 1) instanceof KeyPath.Name
                && key.segments().get(size - 2) instanceof KeyPath.Name;
    }

    private static void judge(Facts facts, Leaf old, Leaf now, RangeRule.Said said) {
        KeyPath item = now.key().parent();
        Optional<Node> group =
                facts.around().partAfter(facts.change()).flatMap(part -> Lookup.node(part, item.parent()));
        Optional<BigDecimal> from = number(old.text());
        Optional<BigDecimal> to = number(now.text());
        if (from.isEmpty()
                || to.isEmpty()
                || !(group.orElse(null) instanceof Node.Mapping all)
                || all.entries().size() > MOST) {
            return;
        }
        Node own = all.get(item.lastName());
        if (own == null) {
            return;
        }
        RuleItem mine = RuleItem.of(own);
        boolean largest = LARGEST_FIRST.contains(Siblings.folded(item.parent().lastName()));
        for (Node.Entry entry : all.entries()) {
            Optional<BigDecimal> its =
                    Nodes.text(entry.value(), now.key().lastName()).flatMap(OrderNumbers::number);
            if (entry.key().equals(item.lastName())
                    || its.isEmpty()
                    || from.get().compareTo(its.get()) * to.get().compareTo(its.get()) >= 0) {
                continue;
            }
            RuleItem other = RuleItem.of(entry.value());
            boolean first = to.get().compareTo(its.get()) < 0 != largest;
            RuleItem above = first ? mine : other;
            RuleItem below = first ? other : mine;
            boolean decides = !mine.action().isEmpty()
                    && !other.action().isEmpty()
                    && !mine.action().equals(other.action());
            boolean hides = above.covers(below);
            if (decides && !above.isApartFrom(below) && (hides || !below.covers(above))) {
                said.at(
                        facts,
                        hides || mine.denies() != other.denies() ? Severity.HIGH : Severity.MEDIUM,
                        now.key() + " goes from " + Shown.value(facts.shown().old()) + " to "
                                + Shown.value(facts.shown().now()) + ": it now comes " + (first ? "before " : "after ")
                                + item.parent().name(entry.key()) + " (line "
                                + entry.value().region().line() + "), which decides otherwise");
                return;
            }
        }
    }

    private static Optional<BigDecimal> number(String text) {
        return Value.Numeric.of(text).map(Value.Numeric::amount);
    }
}
