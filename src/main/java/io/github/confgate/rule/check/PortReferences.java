package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.List;
import java.util.Optional;

/** Ports of containers that services send requests to, by their names or numbers. */
final class PortReferences {

    private PortReferences() {}

    static void look(List<Facts> changes, RangeRule.Said said) {
        for (Facts facts : changes) {
            Change change = facts.change();
            Leaf now = change.after().orElse(null);
            Leaf old = change.before().orElse(null);
            if (old != null
                    && isNameOfPort(old.key())
                    && (now == null || !now.text().equals(old.text()))) {
                lost(facts, old.text(), said);
            } else if (now != null
                    && old != null
                    && isTarget(now.key())
                    && !now.text().equals(old.text())) {
                moved(facts, old.text(), now.text(), said);
            }
        }
    }

    /** {@code containers[name=web].ports[0].name}. */
    private static boolean isNameOfPort(KeyPath key) {
        return key.lastName().equals("name") && isPortOfContainer(key);
    }

    private static boolean isPortOfContainer(KeyPath key) {
        KeyPath list = key.parent().parent();
        return !(last(key.parent()) instanceof KeyPath.Name)
                && list.lastName().equals("ports")
                && list.parent().parent().lastName().endsWith("ontainers");
    }

    private static boolean isTarget(KeyPath key) {
        return key.lastName().equals("targetPort")
                && key.parent().parent().lastName().equals("ports");
    }

    private static KeyPath.Segment last(KeyPath key) {
        List<KeyPath.Segment> segments = key.segments();
        return segments.isEmpty() ? new KeyPath.Name("") : segments.get(segments.size() - 1);
    }

    private static void lost(Facts facts, String name, RangeRule.Said said) {
        if (!ObjectNames.isPlain(name) || isDefined(facts, name)) {
            return;
        }
        Optional<Scope.Found> asking = Scope.of(facts)
                .leavesOf(name)
                .filter(found -> found.leaf().text().equals(name)
                        && isTarget(found.leaf().key()))
                .findFirst();
        asking.ifPresent(found -> said.at(
                facts,
                "no container in " + Shown.place(facts) + " has a port of the name `" + Shown.value(name)
                        + "` any more, and " + found.place() + " still sends requests to it"));
    }

    private static void moved(Facts facts, String old, String now, RangeRule.Said said) {
        if (ObjectNames.isPlain(now) && isDefined(facts, old) && !isDefined(facts, now)) {
            boolean named = now.chars().anyMatch(Character::isLetter);
            said.at(
                    facts,
                    named ? Severity.HIGH : Severity.MEDIUM,
                    facts.change().key() + " refers to the port `"
                            + Shown.value(facts.shown().now())
                            + "`, which no container in " + Shown.place(facts) + " has; one has what was referred to"
                            + " before");
        }
    }

    private static boolean isDefined(Facts facts, String port) {
        return Scope.of(facts)
                .leavesOf(port)
                .anyMatch(found -> found.leaf().text().equals(port)
                        && List.of("name", "containerPort")
                                .contains(found.leaf().key().lastName())
                        && isPortOfContainer(found.leaf().key()));
    }
}
