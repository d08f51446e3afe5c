package io.github.confgate.document.format;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Node;
import io.github.confgate.document.Node.Entry;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map that is still open. A key that comes again takes the place of the first; keys of a merge ({@code <<}) come in
 * where the merge stands, and only where no other key is or comes.
 */
final class YamlMapFrame extends YamlFrame {

    /** Told of a key that stands twice: its name and both places. */
    interface Duplicates {
        void found(String key, Region shadowed, Region counts);
    }

    private final Duplicates duplicates;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> merged = new HashSet<>();
    private @Nullable String key;
    private @Nullable Region keyRegion;
    private boolean mergeKey;
    private int loneKeyAt = -1;

    YamlMapFrame(int start, boolean flow, @Nullable String anchor, long nodesBefore, Duplicates duplicates) {
        super(start, flow, anchor, nodesBefore);
        this.duplicates = duplicates;
    }

    boolean expectsKey() {
        return key == null;
    }

    void key(String text, Region region, Built built, boolean merge) {
        key = text;
        keyRegion = region;
        mergeKey = merge;
        end = built.end();
        loneKeyAt = entries.isEmpty() && built.node() instanceof Node.Mapping ? built.start() : -1;
    }

    @Override
    void add(Built child) {
        String name = key;
        Region place = keyRegion;
        if (name == null || place == null) {
            throw new IllegalStateException("a value without a key");
        }
        if (!mergeKey || !merge(child)) {
            put(name, new Entry(name, place, child.node()));
            grow(child.height());
        }
        loneKeyAt = child.isBlank() ? loneKeyAt : -1;
        end = Math.max(end, child.end());
        key = null;
        keyRegion = null;
    }

    private void put(String name, Entry entry) {
        Entry before = entries.remove(name);
        if (before != null && !merged.remove(name)) {
            duplicates.found(name, before.keyRegion(), entry.keyRegion());
        }
        entries.put(name, entry);
    }

    private boolean merge(Built child) {
        List<Node.Mapping> maps = new ArrayList<>();
        if (child.node() instanceof Node.Mapping map) {
            maps.add(map);
        } else if (child.node() instanceof Node.Sequence list) {
            for (Node item : list.items()) {
                if (!(item instanceof Node.Mapping map)) {
                    return false;
                }
                maps.add(list.origin() == null ? map : (Node.Mapping) map.at(list.region()));
            }
        } else {
            return false;
        }
        for (Node.Mapping map : maps) {
            for (Entry entry : map.entries()) {
                if (!entries.containsKey(entry.key())) {
                    entries.put(entry.key(), map.origin() == null ? entry : through(map.region(), entry));
                    merged.add(entry.key());
                }
            }
        }
        grow(child.height() - 1);
        return true;
    }

    private static Entry through(Region alias, Entry entry) {
        return new Entry(entry.key(), alias, entry.value().at(alias));
    }

    /** Whether the map is {@code {{ text }}} so far: one key, itself a map that opens right behind, and no value. */
    boolean isDoubleBraced() {
        return flow && entries.size() == 1 && loneKeyAt == start + 1;
    }

    @Override
    Node node(Region region) {
        return new Node.Mapping(List.copyOf(entries.values()), region, null);
    }

    @Override
    KeyPath.@Nullable Segment step() {
        return key == null ? null : new KeyPath.Name(key);
    }
}
