package io.github.confgate.fact;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Region;
import java.util.List;
import java.util.Optional;

/** What a key held, if anything: values without places, in little memory. */
sealed interface Was {

    /** The same as something that is held under a key; of the places of its leaves nothing is true. */
    Optional<Lookup.Held> under(KeyPath key);

    static Was of(Optional<Lookup.Held> held) {
        if (held.isEmpty()) {
            return new Nothing();
        }
        List<Was.Value> values =
                held.get().leaves().stream().map(leaf -> Value.of(leaf.value())).toList();
        return values.size() == 1 && !held.get().member()
                ? values.get(0)
                : new Several(values, held.get().member());
    }

    /** No such key. */
    record Nothing() implements Was {
        @Override
        public Optional<Lookup.Held> under(KeyPath key) {
            return Optional.empty();
        }
    }

    /** One value. */
    sealed interface Value extends Was {

        Node node();

        static Value of(Node node) {
            return node instanceof Node.Scalar scalar
                    ? new Plain(scalar.type(), scalar.text())
                    : new Empty(node instanceof Node.Mapping);
        }

        @Override
        default Optional<Lookup.Held> under(KeyPath key) {
            return Optional.of(new Lookup.Held(List.of(leaf(key)), false));
        }

        default Leaf leaf(KeyPath key) {
            return new Leaf(key, node(), Region.start(), Region.start(), null);
        }
    }

    /** A scalar. */
    record Plain(ScalarType type, String text) implements Value {
        @Override
        public Node node() {
            return new Node.Scalar(type, text, Region.start(), null);
        }
    }

    /** A map or a list in which there is nothing. */
    record Empty(boolean map) implements Value {
        @Override
        public Node node() {
            return map
                    ? new Node.Mapping(List.of(), Region.start(), null)
                    : new Node.Sequence(List.of(), Region.start(), null);
        }
    }

    /** The items of a list; or nothing of what lies below a key. */
    record Several(List<Value> values, boolean member) implements Was {
        public Several {
            values = List.copyOf(values);
        }

        @Override
        public Optional<Lookup.Held> under(KeyPath key) {
            return Optional.of(new Lookup.Held(
                    values.stream().map(value -> value.leaf(key)).toList(), member));
        }
    }
}
