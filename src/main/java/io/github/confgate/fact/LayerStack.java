package io.github.confgate.fact;

import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.document.ScalarType;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Files that are laid over each other: a key holds what the highest file that has it says. Maps are merged, lists are
 * replaced whole.
 *
 * @param layers lowest first
 * @param how who lays them over each other
 * @param springs what is known of files with many documents; two stacks are one by their layers alone
 */
record LayerStack(List<Layer> layers, How how, SpringDocuments.Cache springs) implements Stack {

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

    LayerStack(List<Layer> layers, How how) {
        this(layers, how, new SpringDocuments.Cache());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LayerStack stack && layers.equals(stack.layers) && how == stack.how;
    }

    @Override
    public int hashCode() {
        return 31 * layers.hashCode() + how.hashCode();
    }

    /** Whether a document of a file says itself where it counts: keys alone do not tell then what was got. */
    boolean hasProfiles() {
        return layers.stream().anyMatch(layer -> layer.profiles() != null);
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
        Search search = new Search();
        for (int i = layers.size() - 1; i >= 0; i--) {
            Layer layer = layers.get(i);
            Optional<KeyPath> inner = layer.inner(key);
            if (inner.isPresent() && state.has(layer.path())) {
                for (Said said : said(
                        layer,
                        state.document(layer.path()),
                        part,
                        inner.get(),
                        word -> state.lacks(layer.path(), word))) {
                    if (search.isOver(said.held(), said.ends(), layer.path())) {
                        return search.found();
                    }
                }
            }
        }
        return search.found();
    }

    /**
     * What a part of a layer says of a key.
     *
     * @param held something that nobody knows where the layer cannot be read
     * @param ends whether a value above the key hides what lower layers have: also a list that leads to it
     */
    record Said(Optional<Lookup.Held> held, boolean ends) {}

    /**
     * What the parts of a layer that is there say of a key in it, highest first. One that nobody can read says nothing of a
     * key whose words are not even in its text.
     *
     * @param lacks whether its text lacks a word
     */
    Iterable<Said> said(
            Layer layer, Optional<Document> document, KeyPath.Segment part, KeyPath inner, Predicate<String> lacks) {
        if (document.isEmpty()) {
            return !isRelaxed() && KeyWords.isLacked(KeyWords.of(inner), lacks)
                    ? List.of()
                    : List.of(
                            new Said(Optional.of(Found.unreadable(layer.path()).held()), true));
        }
        Iterable<Part> parts = layer.parts(document.get(), part, inner, springs);
        // Who has heard enough of the highest asks no further.
        return () -> new Iterator<>() {
            private final Iterator<Part> each = parts.iterator();

            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public Said next() {
                Part next = each.next();
                return new Said(held(next, inner), ends(next.root(), inner));
            }
        };
    }

    /** Asks layers from the highest on, until one decides. An empty map over one with content leaves that as it is. */
    static final class Search {
        private Optional<Found> found = Optional.empty();

        /** Whether no lower layer is asked any more. */
        boolean isOver(Optional<Lookup.Held> held, boolean ends, String path) {
            Optional<Found> here = held.map(each -> new Found(each, path));
            if (here.isPresent() && !isEmptyMap(here.get())) {
                found = found.isPresent() && !here.get().held().leaves().isEmpty() ? found : here;
                return true;
            }
            found = found.isPresent() ? found : here;
            return here.isEmpty() && ends;
        }

        Optional<Found> found() {
            return found;
        }
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
        return SpelledNames.alike(map, name).stream()
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
