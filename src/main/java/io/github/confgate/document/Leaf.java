package io.github.confgate.document;

import io.github.confgate.source.Region;
import org.jspecify.annotations.Nullable;

/**
 * A key and its value: a scalar, an empty map or an empty list.
 *
 * @param keyRegion where the key's last name stands; the value's region for an item of a list
 * @param region where the value stands; the alias where it is used through one
 * @param origin where the value stands at its anchor, when it is used through an alias or a merge key; else null
 * @param beside what stands around the value, where that may tell what it is; else null
 */
public record Leaf(
        KeyPath key,
        Node value,
        Region keyRegion,
        Region region,
        @Nullable Region origin,
        @Nullable Beside beside) {

    /** A leaf of which nothing is known but its key and value. */
    public Leaf(KeyPath key, Node value, Region keyRegion, Region region, @Nullable Region origin) {
        this(key, value, keyRegion, region, origin, null);
    }

    /** The same, where what stands around another leaf tells what it is as well. */
    public Leaf besides(Leaf other) {
        return beside == null ? new Leaf(key, value, keyRegion, region, origin, other.beside) : this;
    }

    /** The value as text: a scalar's own text, {@code {}} or {@code []}. */
    public String text() {
        if (value instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        return value instanceof Node.Mapping ? "{}" : "[]";
    }

    /** Whether the value is of this type. */
    public boolean is(ScalarType type) {
        return value instanceof Node.Scalar scalar && scalar.type() == type;
    }

    /** Whether the value stands for a whole file that cannot be looked into. */
    public boolean isOpaqueFile() {
        return key.isRoot() && (is(ScalarType.ENCRYPTED) || is(ScalarType.UNREADABLE));
    }

    /** Whether both hold the same value: the same type and text, wherever they stand. */
    public boolean sameValue(Leaf other) {
        if (value instanceof Node.Scalar a && other.value instanceof Node.Scalar b) {
            return a.type() == b.type() && a.text().equals(b.text());
        }
        return value.getClass() == other.value.getClass() && text().equals(other.text());
    }
}
