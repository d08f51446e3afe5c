package io.github.confgate.document;

import io.github.confgate.source.Region;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A node of a document's tree.
 *
 * <p>Aliases and merge keys are expanded: where a node is used through an alias, {@link #region()} is the place of the
 * alias and {@link #origin()} the place of the anchored node; nodes below keep their own regions. The lists are shared,
 * so that an alias costs what its text costs.
 */
public sealed interface Node {

    /** Where the value stands (without its key). */
    Region region();

    /** Where the anchored node stands when this one is used through an alias; else null. */
    @Nullable
    Region origin();

    /** This node as it is where an alias to it stands; its parts are shared. */
    default Node at(Region alias) {
        Region first = origin() == null ? region() : origin();
        if (this instanceof Scalar scalar) {
            return new Scalar(scalar.type(), scalar.text(), alias, first);
        }
        return this instanceof Mapping map
                ? new Mapping(map.entries(), alias, first)
                : new Sequence(((Sequence) this).items(), alias, first);
    }

    /**
     * A value without parts.
     *
     * @param text the value with quotes and escapes resolved; numbers and booleans as they are written; a tag that the
     *     format does not define stands before it ({@code !Ref Name})
     */
    record Scalar(
            ScalarType type,
            String text,
            Region region,
            @Nullable Region origin) implements Node {}

    /** A map in the order of its text; keys are unique. */
    record Mapping(
            List<Entry> entries, Region region, @Nullable Region origin) implements Node {
        public Mapping {
            entries = Entries.copyOf(entries);
        }

        public @Nullable Node get(String key) {
            Entry entry = entry(key);
            return entry == null ? null : entry.value();
        }

        /** The entry of a key; asked many times it takes no longer where the map is large. */
        public @Nullable Entry entry(String key) {
            return Entries.find(entries, key);
        }

        /** What is worked out of the entries; of a large map once, however often somebody asks. */
        public <T> T once(Class<T> what, Function<List<Entry>, T> work) {
            return Entries.once(entries, what, work);
        }
    }

    /** A list. */
    record Sequence(
            List<Node> items, Region region, @Nullable Region origin) implements Node {
        public Sequence {
            items = Items.copyOf(items);
        }
    }

    /** One key of a map, and where the key stands. */
    record Entry(String key, Region keyRegion, Node value) {}
}
