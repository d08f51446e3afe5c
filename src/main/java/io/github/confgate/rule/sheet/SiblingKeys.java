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
        return around.once(new Place(whose, scope), () -> under(scope, leaves(subject.facts(), whose)));
    }

    /** The leaves by the map that they are nearest to, so that a large file is not walked for each of its keys. */
    private static Map<KeyPath, List<Leaf>> leaves(Facts facts, Whose whose) {
        return facts.around().once(whose, () -> {
            Map<KeyPath, List<Leaf>> byMap = new HashMap<>();
            Change change = facts.change();
            List<Leaf> all = whose.now()
                    ? facts.around().leavesAfter(change)
                    : facts.around().leavesBefore(change);
            for (Leaf leaf : all) {
                byMap.computeIfAbsent(plain(leaf.key()).parent(), map -> new ArrayList<>())
                        .add(leaf);
            }
            return byMap;
        });
    }

    private static List<Sibling> under(KeyPath map, Map<KeyPath, List<Leaf>> byMap) {
        List<Sibling> siblings = new ArrayList<>();
        int depth = map.segments().size();
        byMap.forEach((parent, leaves) -> {
            if (parent.segments().size() >= depth
                    && parent.segments().subList(0, depth).equals(map.segments())) {
                for (Leaf leaf : leaves) {
                    KeyPath plain = plain(leaf.key());
                    KeyPath from = new KeyPath(
                            plain.segments().subList(depth, plain.segments().size()));
                    siblings.add(new Sibling(FoldedKey.of(from), plain, leaf));
                }
            }
        });
        return siblings;
    }

    /** The key with the item of a list of variables as a name: {@code env[name=A].value} is {@code env.A}. */
    static KeyPath plain(KeyPath key) {
        return FoldedKey.variable(key).orElse(key);
    }
}
