package io.github.confgate.document;

import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks a tree down to its leaves, in the order of the text. */
public final class Leaves {

    private Leaves() {}

    /** The leaves under a node that stands at {@code key}. Items of lists are numbered. */
    public static List<Leaf> under(KeyPath key, Region keyRegion, Node node) {
        List<Leaf> leaves = new ArrayList<>();
        walk(key, keyRegion, node, null, leaves::add);
        return leaves;
    }

    private static void walk(KeyPath key, Region keyRegion, Node node, @Nullable Region alias, Consumer<Leaf> sink) {
        Region through = alias == null && node.origin() != null ? node.region() : alias;
        if (node instanceof Node.Mapping map && !map.entries().isEmpty()) {
            for (Node.Entry entry : map.entries()) {
                walk(key(key, entry), entry.keyRegion(), entry.value(), through, sink);
            }
        } else if (node instanceof Node.Sequence list && !list.items().isEmpty()) {
            int i = 0;
            for (Node item : list.items()) {
                walk(key.then(new KeyPath.Index(i++)), item.region(), item, through, sink);
            }
        } else {
            sink.accept(leaf(key, keyRegion, node, alias));
        }
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
    public static Leaf leaf(KeyPath key, Region keyRegion, Node node, @Nullable Region alias) {
        return alias == null
                ? new Leaf(key, node, keyRegion, node.region(), node.origin())
                : new Leaf(key, node, keyRegion, alias, node.origin() == null ? node.region() : node.origin());
    }
}
