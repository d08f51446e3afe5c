package io.github.confgate.document.format;

import io.github.confgate.document.Node.Entry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A map that is still open, for what is quicker than a {@code LinkedHashMap} where maps are small, as most are. A key
 * that comes again leaves its first place.
 */
final class JsonMap {

    private static final int SMALL = 12;

    private @Nullable Entry[] entries = new Entry[8];
    private int size;
    private int gaps;
    private @Nullable Map<String, Integer> places;

    /** Takes the entry of this key away; null when there is none. */
    @Nullable
    Entry remove(String key) {
        int place = place(key);
        if (place < 0) {
            return null;
        }
        Entry entry = entries[place];
        entries[place] = null;
        gaps++;
        if (places != null) {
            places.remove(key);
        }
        return entry;
    }

    private int place(String key) {
        if (places != null) {
            return places.getOrDefault(key, -1);
        }
        for (int i = 0; i < size; i++) {
            Entry entry = entries[i];
            if (entry != null
                    && entry.key().hashCode() == key.hashCode()
                    && entry.key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** Adds an entry whose key is not there. */
    void add(Entry entry) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
        }
        entries[size] = entry;
        if (places != null) {
            places.put(entry.key(), size);
        }
        size++;
        if (size == SMALL && places == null) {
            places = new HashMap<>();
            for (int i = 0; i < size; i++) {
                Entry each = entries[i];
                if (each != null) {
                    places.put(each.key(), i);
                }
            }
        }
    }

    List<Entry> list() {
        return gaps == 0
                ? List.of(Arrays.copyOf(entries, size, Entry[].class))
                : Arrays.stream(entries).filter(Objects::nonNull).toList();
    }
}
