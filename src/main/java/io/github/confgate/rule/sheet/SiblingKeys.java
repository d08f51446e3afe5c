package io.github.confgate.rule.sheet;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Surroundings;
import io.github.confgate.rule.FoldedKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of the map that a key stands in, by their names from that map on. The variables of a container stand in one
 * map, although they are written as a list.
 */
final class SiblingKeys {

    /** A leaf, and its key from the common map on. */
    record Sibling(FoldedKey from, KeyPath plain, Leaf leaf) {}

    private record Whose(String path, KeyPath.Segment part, boolean now) {}

    private record Place(Whose whose, KeyPath map) {}

    private SiblingKeys() {}

    /**
     * @param up how many maps further out: 0 for the map that the key itself stands in
     * @param now as the file is now, else as it was
     */
    static List<Sibling> of(Subject subject, int up, boolean now) {
        Change change = subject.facts().change();
        Leaf own = subject.value();
        KeyPath map = plain(own.key());
        for (int i = 0; i <= up && !map.isRoot(); i++) {
            map = map.parent();
        }
        KeyPath scope = map;
        Surroundings around = subject.facts().around();
        Whose whose = new Whose(change.path(), change.part().id(), now);
        return around.once(new Place(whose, scope), () -> under(scope, maps(subject.facts(), whose)));
    }

    /** A map: the leaves that no map below it is nearer to, and the maps right below it. */
    private record Nest(List<Leaf> leaves, List<Nest> below) {
        static Nest empty() {
            return new Nest(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** The maps of a file by their keys, so that a large file is not walked for each of its keys. */
    private static Map<KeyPath, Nest> maps(Facts facts, Whose whose) {
        return facts.around().once(whose, () -> {
            Map<KeyPath, Nest> nests = new HashMap<>();
            Change change = facts.change();
            List<Leaf> all = whose.now()
                    ? facts.around().leavesAfter(change)
                    : facts.around().leavesBefore(change);
            for (Leaf leaf : all) {
                nest(plain(leaf.key()).parent(), nests).leaves().add(leaf);
            }
            return nests;
        });
    }

    private static Nest nest(KeyPath map, Map<KeyPath, Nest> nests) {
        Nest known = nests.get(map);
        if (known == null) {
            known = Nest.empty();
            nests.put(map, known);
            if (!map.isRoot()) {
                nest(map.parent(), nests).below().add(known);
            }
        }
        return known;
    }

    private static List<Sibling> under(KeyPath map, Map<KeyPath, Nest> nests) {
        List<Sibling> siblings = new ArrayList<>();
        Nest nest = nests.get(map);
        if (nest != null) {
            add(nest, map.segments().size(), siblings);
        }
        return siblings;
    }

    private static void add(Nest nest, int depth, List<Sibling> siblings) {
        for (Leaf leaf : nest.leaves()) {
            KeyPath plain = plain(leaf.key());
            KeyPath from =
                    new KeyPath(plain.segments().subList(depth, plain.segments().size()));
            siblings.add(new Sibling(FoldedKey.of(from), plain, leaf));
        }
        for (Nest below : nest.below()) {
            add(below, depth, siblings);
        }
    }

    /** The key with the item of a list of variables as a name: {@code env[name=A].value} is {@code env.A}. */
    static KeyPath plain(KeyPath key) {
        return FoldedKey.variable(key).orElse(key);
    }
}
