package io.github.confgate.rule.check;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Node;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.RuleSheet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds items of a list of rules that stay and lost a condition, so that they apply to more than before. */
record RuleWidened(RuleSheet sheet) implements RangeRule {

    @Override
    public void look(List<Facts> changes, Said said) {
        Gone.of(changes).forEach(gone -> named(gone, said));
        for (TouchedLists.Touched list : TouchedLists.of(changes, FirstMatch::isList)) {
            int[] places = Pairing.of(list.before(), list.after());
            for (int j = 0; j < places.length; j++) {
                if (places[j] >= 0
                        && list.before().items().get(places[j]) instanceof Node.Mapping was
                        && list.after().items().get(j) instanceof Node.Mapping now) {
                    compare(list, j, RuleItem.of(was), RuleItem.of(now), said);
                }
            }
        }
    }

    /** Rules that are a map: the item stays under its name. */
    private static void named(Gone gone, Said said) {
        KeyPath item = gone.root().parent();
        boolean condition = gone.root().segments().get(gone.root().segments().size() - 1) instanceof KeyPath.Name name
                && ConditionNames.isOne(name.name());
        boolean rules = !item.isRoot()
                && item.segments().get(item.segments().size() - 1) instanceof KeyPath.Name
                && FirstMatch.isMap(item.parent());
        if (condition && rules && !RuleItem.of(gone.container()).action().isEmpty()) {
            said.at(
                    gone.first(),
                    item + " lost its condition `" + gone.root().lastName()
                            + "` and now applies to all that it left out");
        }
    }

    private static void compare(TouchedLists.Touched list, int index, RuleItem was, RuleItem now, Said said) {
        if (!now.action().equals(was.action()) || !now.covers(was) || was.covers(now)) {
            return;
        }
        for (Map.Entry<String, Node> condition : was.conditions().entrySet()) {
            if (!ConditionNames.isOne(condition.getKey())) {
                continue;
            }
            Node left = now.conditions().get(condition.getKey());
            if (left == null || (Nodes.isBlank(left) && !Nodes.isBlank(condition.getValue()))) {
                said.at(
                        list.changeIn(index),
                        list.name(index) + " lost its condition `" + condition.getKey()
                                + "` and now applies to all that it left out");
                return;
            }
            if (left instanceof Node.Scalar wide
                    && condition.getValue() instanceof Node.Scalar narrow
                    && !wide.text().equals(narrow.text())
                    && Patterns.covers(wide.text().strip(), narrow.text().strip())) {
                said.at(
                        list.changeIn(index),
                        list.name(index) + " applies to more than before: its `" + condition.getKey()
                                + "` holds all that it held, and more");
                return;
            }
            Optional<String> lost = lost(condition.getValue(), left, RuleItem.isJoined(condition.getKey()));
            if (lost.isPresent()) {
                said.at(
                        list.changeIn(index),
                        list.name(index) + " lost its condition `" + condition.getKey() + lost.get()
                                + "` and now applies to all that it left out");
                return;
            }
        }
    }

    /**
     * What a condition with parts asks for no longer, as it prints behind the condition's name. Fewer alternatives are no
     * such thing; of a list whose items have to hold together each counts.
     */
    private static Optional<String> lost(Node was, Node now, boolean together) {
        if (was instanceof Node.Mapping old && now instanceof Node.Mapping map) {
            for (Node.Entry entry : old.entries()) {
                Node left = map.get(entry.key());
                Optional<String> part = left == null || (Nodes.isBlank(left) && !Nodes.isBlank(entry.value()))
                        ? Optional.of("")
                        : lost(entry.value(), left, false);
                if (part.isPresent()) {
                    return Optional.of("." + entry.key() + part.get());
                }
            }
        }
        if (was instanceof Node.Sequence old && now instanceof Node.Sequence list) {
            int size = list.items().size();
            for (int i = 0; i < size && size == old.items().size(); i++) {
                Optional<String> part = lost(old.items().get(i), list.items().get(i), false);
                if (part.isPresent()) {
                    return part;
                }
            }
            return together && size < old.items().size() ? Optional.of("") : Optional.empty();
        }
        return Optional.empty();
    }
}
