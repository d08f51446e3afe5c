package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.change.NameWords;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Facts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Names that stand around a new one and may be what was meant: of the same map, of other items, of the counterpart. */
final class NearNames {

    private static final int SHORTEST_WORD = 5;

    private NearNames() {}

    /** Whether the file has the key now. */
    static boolean isThere(Facts facts, KeyPath key) {
        return facts.around()
                .partAfter(facts.change())
                .flatMap(part -> Lookup.node(part, key))
                .isPresent();
    }

    /** The names in a map. */
    static Stream<String> keys(Optional<Part> part, KeyPath parent) {
        return part.flatMap(found -> Lookup.node(found, parent)).stream()
                .filter(Node.Mapping.class::isInstance)
                .flatMap(node -> ((Node.Mapping) node).entries().stream())
                .map(Node.Entry::key);
    }

    /** The names that the same map has in other environments. */
    static Stream<String> counterpartKeys(Facts facts, KeyPath parent) {
        Change change = facts.change();
        return Stream.concat(facts.lowerEnvironments().stream(), Stream.of("production"))
                .flatMap(stage -> facts.around().counterparts(change, stage))
                .filter(document -> !document.path().equals(change.path()))
                .flatMap(document -> keys(Lookup.part(document, change.part().id()), parent));
    }

    /** A near name that other items of the list have and this one lacks. */
    static Optional<String> ofOtherItems(Facts facts, KeyPath parent, String name) {
        List<KeyPath.Segment> segments = parent.segments();
        if (segments.isEmpty() || segments.get(segments.size() - 1) instanceof KeyPath.Name) {
            return Optional.empty();
        }
        Optional<Node> list =
                facts.around().partAfter(facts.change()).flatMap(part -> Lookup.node(part, parent.parent()));
        Node own = facts.around()
                .partAfter(facts.change())
                .flatMap(part -> Lookup.node(part, parent))
                .orElse(null);
        return list.stream()
                .filter(Node.Sequence.class::isInstance)
                .flatMap(node -> ((Node.Sequence) node).items().stream())
                .filter(item -> item != own && item instanceof Node.Mapping)
                .flatMap(item ->
                        among(name, ((Node.Mapping) item).entries().stream().map(Node.Entry::key)).stream())
                .filter(other -> !(own instanceof Node.Mapping map) || map.get(other) == null)
                .findFirst();
    }

    static Optional<String> among(String name, Stream<String> others) {
        return others.filter(other -> Spellings.areNear(name, other)).findFirst();
    }

    /** Names that come in pairs or numbers: {@code host} and {@code hosts}, {@code zone-a} and {@code zone-b}. */
    static boolean isPair(String name, String other) {
        List<String> a = NameWords.of(name);
        List<String> b = NameWords.of(other);
        if (a.size() != b.size()) {
            return true;
        }
        for (int i = 0; i < a.size(); i++) {
            boolean same = a.get(i).equals(b.get(i));
            if (!same && (Math.min(a.get(i).length(), b.get(i).length()) < SHORTEST_WORD)) {
                return true;
            }
        }
        return false;
    }
}
