package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Ports that something refers to: by number or name those of containers that services send requests to, and by name those
 * of containers and Services that a probe, a route or a monitor asks.
 */
final class PortReferences {

    private static final Set<String> REFERRING = Set.of("targetport", "port", "portname", "targetportname");

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
                moved(facts, old.text(), now.text(), PortReferences::isOfContainer, said);
            } else if (now != null
                    && old != null
                    && change.kind() == Change.Kind.MODIFIED
                    && refers(now.key())
                    && LikelyNames.isName(old.text())
                    && LikelyNames.isName(now.text())) {
                moved(facts, old.text(), now.text(), PortReferences::isNamed, said);
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

    private static boolean refers(KeyPath key) {
        String last = Siblings.folded(key.lastName());
        return REFERRING.contains(last)
                || (last.equals("name")
                        && key.segments().size() > 1
                        && key.parent().lastName().equals("port"));
    }

    private static KeyPath.Segment last(KeyPath key) {
        List<KeyPath.Segment> segments = key.segments();
        return segments.isEmpty() ? new KeyPath.Name("") : segments.get(segments.size() - 1);
    }

    private static void lost(Facts facts, String name, RangeRule.Said said) {
        if (!ObjectNames.isPlain(name) || isDefined(facts, name, PortReferences::isOfContainer)) {
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

    private static void moved(Facts facts, String old, String now, Predicate<KeyPath> definition, RangeRule.Said said) {
        if (ObjectNames.isPlain(now) && isDefined(facts, old, definition) && !isDefined(facts, now, definition)) {
            boolean named = now.chars().anyMatch(Character::isLetter);
            said.at(
                    facts,
                    named ? Severity.HIGH : Severity.MEDIUM,
                    facts.change().key() + " refers to the port `"
                            + Shown.value(facts.shown().now())
                            + "`, which nothing in " + Shown.place(facts) + " has; one has what was referred to"
                            + " before");
        }
    }

    private static boolean isDefined(Facts facts, String port, Predicate<KeyPath> definition) {
        return Scope.of(facts)
                .leavesOf(port)
                .anyMatch(found -> found.leaf().text().equals(port)
                        && definition.test(found.leaf().key()));
    }

    private static boolean isOfContainer(KeyPath key) {
        return List.of("name", "containerPort").contains(key.lastName()) && isPortOfContainer(key);
    }

    /** {@code ports[name=http]}, wherever it stands. */
    private static boolean isNamed(KeyPath key) {
        return key.segments().size() >= 3
                && key.lastName().equals("name")
                && !(last(key.parent()) instanceof KeyPath.Name)
                && key.parent().parent().lastName().equalsIgnoreCase("ports");
    }
}
