package io.github.confgate.fact;

import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.document.ScalarType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Files that are laid over each other: a key holds what the highest file that has it says. Maps are merged, lists are
 * replaced whole.
 *
 * @param layers lowest first
 * @param how who lays them over each other
 */
record LayerStack(List<Layer> layers, How how) implements Stack {

    /** Whose rules hold. */
    enum How {
        /** Names are names, and an empty value takes away what is below it (Helm, "Deleting a Default Key"). */
        HELM,
        /** A name may be spelled in several ways (Spring Boot, .NET, variables). */
        RELAXED,
        PLAIN
    }

    LayerStack {
        layers = List.copyOf(layers);
    }

    Layer top() {
        return layers.get(layers.size() - 1);
    }

    @Override
    public List<String> paths() {
        return layers.stream().map(Layer::path).toList();
    }

    @Override
    public KeyPath keyFrom(String path, KeyPath key) {
        return layers.stream()
                .filter(layer -> layer.path().equals(path))
                .map(layer -> layer.outer(key))
                .findFirst()
                .orElse(key);
    }

    @Override
    public Optional<Found> find(State state, KeyPath.Segment part, KeyPath key) {
        Optional<Found> empty = Optional.empty();
        for (int i = layers.size() - 1; i >= 0; i--) {
            Layer layer = layers.get(i);
            Optional<KeyPath> inner = layer.inner(key);
            if (inner.isEmpty() || !state.has(layer.path())) {
                continue;
            }
            Optional<Document> document = state.document(layer.path());
            if (document.isEmpty()) {
                return Optional.of(Found.unreadable(layer.path()));
            }
            for (Part each : layer.parts(document.get(), part)) {
                Optional<Found> found = held(each, inner.get()).map(held -> new Found(held, layer.path()));
                if (found.isPresent() && !isEmptyMap(found.get())) {
                    // An empty map over one with content leaves that as it is.
                    return empty.isPresent() && !found.get().held().leaves().isEmpty() ? empty : found;
                }
                empty = empty.isPresent() ? empty : found;
                if (found.isEmpty() && ends(each.root(), inner.get())) {
                    return empty;
                }
            }
        }
        return empty;
    }

    private static boolean isEmptyMap(Found found) {
        List<Leaf> leaves = found.held().leaves();
        return leaves.size() == 1 && !found.held().member() && leaves.get(0).value() instanceof Node.Mapping;
    }

    @Override
    public boolean isRelaxed() {
        return how == How.RELAXED;
    }

    private Optional<Lookup.Held> held(Part part, KeyPath key) {
        return held(part, key, isRelaxed());
    }

    /** What a part holds under a key, or under another spelling of it where those are one. */
    static Optional<Lookup.Held> held(Part part, KeyPath key, boolean relaxed) {
        Optional<Lookup.Held> exact = Lookup.find(part, key);
        return exact.isPresent() || !relaxed
                ? exact
                : RelaxedKey.spelled(part.root(), key).flatMap(spelled -> Lookup.find(part, spelled));
    }

    /** Whether a value above the key stands where maps would be merged, so that no lower layer is asked. */
    private boolean ends(Node root, KeyPath key) {
        Node node = root;
        for (KeyPath.Segment segment : key.segments()) {
            if (!(node instanceof Node.Mapping map)) {
                return node instanceof Node.Sequence || (how == How.HELM && isNull(node));
            }
            node = segment instanceof KeyPath.Name name ? value(map, name.name()) : null;
            if (node == null) {
                return false;
            }
        }
        return false;
    }

    private @Nullable Node value(Node.Mapping map, String name) {
        Node exact = map.get(name);
        if (exact != null || how != How.RELAXED) {
            return exact;
        }
        return map.entries().stream()
                .filter(entry -> RelaxedKey.same(entry.key(), name))
                .map(Node.Entry::value)
                .findFirst()
                .orElse(null);
    }

    static boolean isNull(@Nullable Node node) {
        return node instanceof Node.Scalar scalar && scalar.type() == ScalarType.NULL;
    }

    @Override
    public Optional<Document> merged(State state) {
        return LayerMerge.of(this, state);
    }
}
