package io.github.confgate.fact;

import io.github.confgate.document.KeyPath;
import io.github.confgate.source.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Changes of keys, some 16 bytes each and what the key held. Added oldest first, found by key, newest first. */
final class KeyEvents {

    /**
     * A key of a part of a file.
     *
     * @param alone whether the part was the only one of its file
     */
    record Key(KeyPath.Segment part, boolean alone, KeyPath key) {}

    private static final int NONE = -1;

    private final Numbers commits = new Numbers();
    private final List<Key> keys = new ArrayList<>(2);
    private final List<@Nullable Was> before = new ArrayList<>(2);
    /** The event before of a key alike; each key's events make a chain. */
    private final Numbers older = new Numbers();

    private final Map<String, Integer> newest = new HashMap<>();

    /** @param was what the key held until then; null when that has to be looked up */
    void add(int commit, Key key, @Nullable Was was) {
        Integer last = newest.put(uniform(key.key()), commits.size());
        boolean again = last != null && keys.get(last).equals(key);
        commits.add(commit);
        keys.add(again ? keys.get(last) : key);
        before.add(was);
        older.add(last == null ? NONE : last);
    }

    /** The places of the events of a key and of all that may be another spelling of it, newest first. */
    IntStream of(KeyPath key) {
        return IntStream.iterate(newest.getOrDefault(uniform(key), NONE), at -> at != NONE, older::get);
    }

    int commit(int at) {
        return commits.get(at);
    }

    Key key(int at) {
        return keys.get(at);
    }

    @Nullable
    Was before(int at) {
        return before.get(at);
    }

    /** One text for a key in all its spellings, and for all items of a list. */
    private static String uniform(KeyPath key) {
        StringBuilder out = new StringBuilder();
        for (KeyPath.Segment segment : key.segments()) {
            if (segment instanceof KeyPath.Name name) {
                for (int i = 0; i < name.name().length(); i++) {
                    char c = name.name().charAt(i);
                    if (c != '-' && c != '_' && c != '.') {
                        out.append(Character.toLowerCase(c));
                    }
                }
            } else {
                out.append("[]");
            }
        }
        return out.toString();
    }
}
