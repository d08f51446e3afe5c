package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Shown;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of ports, which a container or a Service gives and a Service, a probe, a route or a monitor refers to. */
final class PortNames {

    private static final Set<String> REFERRING = Set.of("targetport", "port", "portname", "targetportname");

    private PortNames() {}

    static void look(List<Facts> changes, RangeRule.Said said) {
        for (Facts facts : changes) {
            Change change = facts.change();
            Leaf now = change.after().orElse(null);
            Leaf old = change.before().orElse(null);
            if (now != null
                    && old != null
                    && change.kind() == Change.Kind.MODIFIED
                    && refers(now.key())
                    && LikelyNames.isName(old.text())
                    && LikelyNames.isName(now.text())) {
                Set<String> names = new HashSet<>();
                Scope.of(facts).mentioning(old.text()).forEach(document -> collect(document, names));
                Scope.of(facts).mentioning(now.text()).forEach(document -> collect(document, names));
                if (names.contains(old.text()) && !names.contains(now.text())) {
                    said.at(
                            facts,
                            change.key() + " refers to a port `"
                                    + Shown.value(facts.shown().now())
                                    + "`, which nothing here has; it has the one that was referred to before");
                }
            }
        }
    }

    private static boolean refers(KeyPath key) {
        String last = Siblings.folded(key.lastName());
        return REFERRING.contains(last)
                || (last.equals("name")
                        && key.segments().size() > 1
                        && key.parent().lastName().equals("port"));
    }

    /** {@code ports[name=http]}, wherever it stands. */
    private static void collect(Document document, Set<String> names) {
        for (Part part : document.parts()) {
            for (Leaf leaf : Leaves.of(part)) {
                List<KeyPath.Segment> segments = leaf.key().segments();
                int size = segments.size();
                if (size >= 3
                        && leaf.key().lastName().equals("name")
                        && !(segments.get(size - 2) instanceof KeyPath.Name)
                        && segments.get(size - 3) instanceof KeyPath.Name list
                        && list.name().equalsIgnoreCase("ports")) {
                    names.add(leaf.text());
                }
            }
        }
    }
}
