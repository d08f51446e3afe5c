package io.github.confgate.document.format;

import io.github.confgate.document.Node;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a map that is being read, each key once. Most maps are small: their keys are compared one by one. */
final class JsonMap {

    /** So many keys are compared faster than they are put into a table. */
    private static final int FEW = 8;

    private Node.@Nullable Entry[] entries = new Node.@Nullable Entry[FEW / 2]; // null where one was taken out
    private int size;
    private int live;
    private @Nullable Map<String, Integer> places;

    /** Takes an entry out; null where there is none. */
    Node.@Nullable Entry remove(String key) {
        int place = place(key);
        Node.Entry entry = place < 0 ? null : entries[place];
        if (entry != null) {
            entries[place] = null;
            live--;
        }
        return entry;
    }

    /** Adds an entry whose key is not there. */
    void add(Node.Entry entry) {
        if (size == entries.length) {
            grow();
        }
        if (places != null) {
            places.put(entry.key(), size);
        }
        entries[size++] = entry;
        live++;
    }

    List<Node.Entry> list() {
        Node.Entry[] list = new Node.Entry[live];
        int i = 0;
        for (int place = 0; place < size; place++) {
            Node.Entry entry = entries[place];
            if (entry != null) {
                list[i++] = entry;
            }
        }
        return List.of(list);
    }

    private int place(String key) {
        if (places != null) {
            return places.getOrDefault(key, -1);
        }
        for (int place = 0; place < size; place++) {
            Node.Entry entry = entries[place];
            if (entry != null && entry.key().equals(key)) {
                return place;
            }
        }
        return -1;
    }

    private void grow() {
        entries = Arrays.copyOf(entries, size * 2);
        if (places == null && size >= FEW) {
            places = new HashMap<>();
            for (int place = 0; place < size; place++) {
                Node.Entry entry = entries[place];
                if (entry != null) {
                    places.put(entry.key(), place);
                }
            }
        }
    }
}
