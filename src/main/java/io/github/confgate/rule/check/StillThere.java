package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.fact.Facts;
import java.util.List;

/** Whether what is gone from a file holds all the same, because another file says it. */
final class StillThere {

    private StillThere() {}

    static boolean is(Gone gone) {
        return isCarriedOver(gone) || isDefaultOfChart(gone);
    }

    /** The same under the same key came into another file for this environment. */
    private static boolean isCarriedOver(Gone gone) {
        Facts first = gone.first();
        Scope scope = Scope.of(first);
        return gone.changes().stream().allMatch(facts -> {
            Leaf was = facts.change().before().orElseThrow();
            return first.all().everything().stream()
                    .map(Facts::change)
                    .anyMatch(other -> other.kind() == Change.Kind.ADDED
                            && !other.path().equals(first.change().path())
                            && scope.holds(other.path())
                            && other.after()
                                    .filter(leaf -> leaf.key().equals(was.key())
                                            && leaf.text().equals(was.text()))
                                    .isPresent());
        });
    }

    /** The values that a chart of this tree has by itself; a chart that another one takes has them under its name. */
    private static boolean isDefaultOfChart(Gone gone) {
        Facts first = gone.first();
        String name = gone.root().lastName();
        return !name.isEmpty()
                && Scope.of(first)
                        .mentioning(name)
                        .filter(document -> isOfChart(document, first))
                        .anyMatch(document -> says(document, gone));
    }

    private static boolean isOfChart(Document document, Facts facts) {
        String file = document.path().substring(document.path().lastIndexOf('/') + 1);
        return (file.equals("values.yaml") || file.equals("values.yml"))
                && !document.path().equals(facts.change().path())
                && facts.around().environments().of(document.path()).environment() == null;
    }

    private static boolean says(Document document, Gone gone) {
        List<KeyPath.Segment> segments = gone.root().segments();
        for (int from = 0; from < Math.min(2, segments.size()); from++) {
            KeyPath key = new KeyPath(segments.subList(from, segments.size()));
            boolean same = document.parts().stream()
                    .flatMap(part -> Lookup.node(part, key).stream())
                    .anyMatch(node -> holds(node, gone.was()));
            if (same) {
                return true;
            }
        }
        return false;
    }

    /** All that was said, and perhaps more. */
    private static boolean holds(Node now, Node was) {
        if (now instanceof Node.Mapping there && was instanceof Node.Mapping map) {
            return map.entries().stream().allMatch(entry -> {
                Node same = there.get(entry.key());
                return same != null && holds(same, entry.value());
            });
        }
        return Nodes.canonical(now).equals(Nodes.canonical(was));
    }
}
