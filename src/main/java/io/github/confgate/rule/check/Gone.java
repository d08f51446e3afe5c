package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is gone from a file that is still there: the uppermost key or item of a list that nothing stands under any more.
 *
 * @param root within its part
 * @param was what stood there
 * @param container what holds or held it, as it is now
 * @param changes the removals that it is made of, in their order
 */
record Gone(KeyPath root, Node was, Node container, List<Facts> changes) {

    private record Place(String path, KeyPath.Segment part, KeyPath key) {}

    Gone {
        changes = List.copyOf(changes);
    }

    Facts first() {
        return changes.get(0);
    }

    static List<Gone> of(List<Facts> all) {
        return of(all, Set.of(Change.Kind.REMOVED));
    }

    /** The same with what stands under another key now. */
    static List<Gone> ofMoved(List<Facts> all) {
        return of(all, Set.of(Change.Kind.REMOVED, Change.Kind.MOVED));
    }

    private static List<Gone> of(List<Facts> all, Set<Change.Kind> kinds) {
        List<Facts> removals = all.stream()
                .filter(facts -> kinds.contains(facts.change().kind()))
                .toList();
        Map<Place, Integer> counts = itemCounts(removals);
        Map<Place, List<Facts>> roots = new LinkedHashMap<>();
        for (Facts facts : removals) {
            root(facts, counts).ifPresent(root -> roots.computeIfAbsent(place(facts, root), key -> new ArrayList<>())
                    .add(facts));
        }
        List<Gone> gone = new ArrayList<>();
        roots.forEach((place, changes) -> {
            Facts first = changes.get(0);
            Optional<Node> was =
                    first.around().partBefore(first.change()).flatMap(part -> Lookup.node(part, place.key()));
            Optional<Node> container = first.around()
                    .partAfter(first.change())
                    .flatMap(part -> Lookup.node(part, place.key().parent()));
            if (was.isPresent() && container.isPresent()) {
                gone.add(new Gone(place.key(), was.get(), container.get(), changes));
            }
        });
        return gone;
    }

    /** How many leaves went from below each numbered item: another item may stand in its place now. */
    private static Map<Place, Integer> itemCounts(List<Facts> removals) {
        Map<Place, Integer> counts = new HashMap<>();
        for (Facts facts : removals) {
            List<KeyPath.Segment> segments = segments(facts);
            for (int i = 0; i < segments.size(); i++) {
                if (segments.get(i) instanceof KeyPath.Index) {
                    counts.merge(place(facts, new KeyPath(segments.subList(0, i + 1))), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static Optional<KeyPath> root(Facts facts, Map<Place, Integer> counts) {
        Part after = facts.around().partAfter(facts.change()).orElse(null);
        Part before = facts.around().partBefore(facts.change()).orElse(null);
        if (after == null || before == null) {
            return Optional.empty();
        }
        List<KeyPath.Segment> segments = segments(facts);
        for (int i = 1; i <= segments.size(); i++) {
            KeyPath key = new KeyPath(segments.subList(0, i));
            boolean whole = false;
            if (segments.get(i - 1) instanceof KeyPath.Index) {
                int leaves = Lookup.node(before, key)
                        .map(node -> Nodes.leaves(node, 10_000))
                        .orElse(0);
                whole = counts.getOrDefault(place(facts, key), 0) >= leaves;
            }
            if (whole || Lookup.node(after, key).isEmpty()) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private static Place place(Facts facts, KeyPath key) {
        return new Place(facts.change().path(), facts.change().part().id(), key);
    }

    private static List<KeyPath.Segment> segments(Facts facts) {
        return facts.change().before().map(Leaf::key).orElse(KeyPath.ROOT).segments();
    }
}
