package io.github.confgate.rule.check;

import io.github.confgate.document.ListIdentity;
import io.github.confgate.document.Node;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which item of a list was which one before: by its name, else by all of it, else by most of it. */
final class Pairing {

    private Pairing() {}

    /** For each item now its place before, or -1. */
    static int[] of(Node.Sequence before, Node.Sequence after) {
        int[] places = new int[after.items().size()];
        Arrays.fill(places, -1);
        Optional<String> field = ListIdentity.of(before, after);
        Set<Integer> left = new HashSet<>();
        Map<String, Deque<Integer>> known = new HashMap<>();
        for (int i = 0; i < before.items().size(); i++) {
            left.add(i);
            known.computeIfAbsent(name(before.items().get(i), field), key -> new ArrayDeque<>())
                    .add(i);
        }
        for (int j = 0; j < places.length; j++) {
            Deque<Integer> same = known.get(name(after.items().get(j), field));
            if (same != null && !same.isEmpty()) {
                places[j] = same.remove();
                left.remove(places[j]);
            }
        }
        if (field.isEmpty()) {
            for (int j = 0; j < places.length; j++) {
                if (places[j] < 0) {
                    places[j] = nearest(before.items(), after.items().get(j), left);
                    left.remove(places[j]);
                }
            }
        }
        return places;
    }

    private static String name(Node item, Optional<String> field) {
        return field.flatMap(name -> ListIdentity.value(item, name)).orElseGet(() -> Nodes.canonical(item));
    }

    /** The item left over that shares the most entries, at least half of the smaller one. */
    private static int nearest(List<Node> before, Node item, Set<Integer> left) {
        int best = -1;
        int most = 0;
        for (int i : left) {
            if (before.get(i) instanceof Node.Mapping old && item instanceof Node.Mapping now) {
                int shared = (int) now.entries().stream()
                        .filter(entry -> Optional.ofNullable(old.get(entry.key()))
                                .filter(value -> Nodes.canonical(value).equals(Nodes.canonical(entry.value())))
                                .isPresent())
                        .count();
                int smaller = Math.min(old.entries().size(), now.entries().size());
                if (shared > most && 2 * shared >= smaller) {
                    most = shared;
                    best = i;
                }
            }
        }
        return best;
    }
}
