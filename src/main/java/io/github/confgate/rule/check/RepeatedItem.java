package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Surroundings;
import io.github.confgate.rule.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Items of a list that are known by their names, of which two have the same name since this range. */
final class RepeatedItem {

    private static final Set<String> LISTS = Set.of(
            "env",
            "environment",
            "variables",
            "containers",
            "volumes",
            "ports",
            "jobs",
            "users",
            "clients",
            "queues",
            "topics",
            "receivers",
            "upstreams",
            "databases",
            "clusters",
            "providers",
            "datasources",
            "secrets");

    private record Names(String path, KeyPath.Segment part, KeyPath list, boolean isNow) {}

    private RepeatedItem() {}

    static void look(List<Facts> changes, RangeRule.Said said) {
        for (Facts facts : changes) {
            Change change = facts.change();
            Leaf now = change.after().orElse(null);
            if (now == null || change.kind() == Change.Kind.REMOVED || !isNameOfItem(now.key())) {
                continue;
            }
            KeyPath list = now.key().parent().parent();
            if (names(facts, list, true).getOrDefault(now.text(), 0) > 1
                    && names(facts, list, false).getOrDefault(now.text(), 0) < 2) {
                said.at(
                        facts,
                        "two items of " + list + " have the name `"
                                + Shown.value(facts.shown().now())
                                + "`: only one of them counts, the later one in most programs");
            }
        }
    }

    private static boolean isNameOfItem(KeyPath key) {
        int size = key.segments().size();
        return key.lastName().equals("name")
                && size > 2
                && !(key.segments().get(size - 2) instanceof KeyPath.Name)
                && LISTS.contains(Siblings.folded(key.parent().parent().lastName()));
    }

    /** How often each name stands in a list, now or before. */
    private static Map<String, Integer> names(Facts facts, KeyPath list, boolean isNow) {
        Change change = facts.change();
        return facts.around().once(new Names(change.path(), change.part().id(), list, isNow), () -> {
            Surroundings around = facts.around();
            Optional<Part> part = isNow ? around.partAfter(change) : around.partBefore(change);
            Map<String, Integer> names = new HashMap<>();
            if (part.flatMap(found -> Lookup.node(found, list)).orElse(null) instanceof Node.Sequence items) {
                items.items().forEach(item -> Nodes.text(item, "name")
                        .ifPresent(name -> names.merge(name, 1, Integer::sum)));
            }
            return names;
        });
    }
}
