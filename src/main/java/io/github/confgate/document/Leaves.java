package io.github.confgate.document;

import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks a tree down to its leaves, in the order of the text. */
public final class Leaves {

    private Leaves() {}

    /** The leaves of a part, by their keys within it. */
    public static List<Leaf> of(Part part) {
        return under(KeyPath.ROOT, part.root().region(), part.root(), null);
    }

    /**
     * The leaves under a node that stands at {@code key}.
     *
     * @param alias where an alias above the node stands; null when there is none
     */
    public static List<Leaf> under(KeyPath key, Region keyRegion, Node node, @Nullable Region alias) {
        return under(key, keyRegion, node, alias, null);
    }

    /**
     * The same.
     *
     * @param beside what stands around the node
     */
    public static List<Leaf> under(
            KeyPath key, Region keyRegion, Node node, @Nullable Region alias, @Nullable Beside beside) {
        List<Leaf> leaves = new ArrayList<>();
        walk(key, keyRegion, node, alias, beside, leaves);
        return leaves;
    }

    private static void walk(
            KeyPath key,
            Region keyRegion,
            Node node,
            @Nullable Region alias,
            @Nullable Beside beside,
            List<Leaf> leaves) {
        Region through = through(node, alias);
        if (node instanceof Node.Mapping map && !map.entries().isEmpty()) {
            for (Node.Entry entry : map.entries()) {
                walk(key(key, entry), entry.keyRegion(), entry.value(), through, Beside.of(map, entry), leaves);
            }
        } else if (node instanceof Node.Sequence list && !list.items().isEmpty()) {
            Optional<String> field = ListIdentity.of(list);
            for (int i = 0; i < list.items().size(); i++) {
                Node item = list.items().get(i);
                walk(key.then(segment(item, i, field)), item.region(), item, through, Beside.of(list, i), leaves);
            }
        } else {
            leaves.add(leaf(key, keyRegion, node, alias, beside));
        }
    }

    /** How an item of a list prints: by its identifying field, or by its number. */
    public static KeyPath.Segment segment(Node item, int index, Optional<String> field) {
        return field.flatMap(name -> ListIdentity.selector(item, name)).orElseGet(() -> new KeyPath.Index(index));
    }

    /** Where the outermost alias on the way to what is below a node stands; null when there is none. */
    public static @Nullable Region through(Node node, @Nullable Region alias) {
        return alias == null && node.origin() != null ? node.region() : alias;
    }

    /**
     * The key of an entry of the map at {@code key}. A scalar under the empty name is the value of the map's own key,
     * which has keys below it as well: properties allow {@code a=1} beside {@code a.b=2}.
     */
    public static KeyPath key(KeyPath key, Node.Entry entry) {
        boolean own = entry.key().isEmpty() && !key.isRoot() && entry.value() instanceof Node.Scalar;
        return own ? key : key.name(entry.key());
    }

    /** The leaf that a node makes; {@code alias} is where an alias above it stands, or null. */
    public static Leaf leaf(KeyPath key, Region keyRegion, Node node, @Nullable Region alias, @Nullable Beside beside) {
        if (alias == null) {
            return new Leaf(key, node, keyRegion, node.region(), node.origin(), beside);
        }
        Region origin = node.origin();
        return new Leaf(key, node, keyRegion, alias, origin == null ? node.region() : origin, beside);
    }
}
