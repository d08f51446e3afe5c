package io.github.confgate.fact;

import io.github.confgate.document.KeyPath;
import io.github.confgate.source.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** The chains of keys that lead through items of lists, by what they have in common, and by how they name the items. */
    private final Map<String, Map<String, Set<String>>> throughItems = new HashMap<>();

    /** @param was what the key held until then; null when that has to be looked up */
    void add(int commit, Key key, @Nullable Was was) {
        KeyName name = KeyName.of(key.key());
        Integer last = newest.put(name.own(), commits.size());
        if (last == null && name.hasItems()) {
            throughItems
                    .computeIfAbsent(name.common(), same -> new HashMap<>())
                    .computeIfAbsent(name.fields(), same -> new LinkedHashSet<>())
                    .add(name.own());
        }
        boolean again = last != null && keys.get(last).equals(key);
        commits.add(commit);
        keys.add(again ? keys.get(last) : key);
        before.add(was);
        older.add(last == null ? NONE : last);
    }

    /**
     * The places of the events of a key and of all that may be another spelling of it, each row newest first. An item is
     * another one when the same fields have other values; one that is told by other fields, or by its number, may be it.
     */
    List<IntStream> of(KeyPath key) {
        KeyName name = KeyName.of(key);
        List<IntStream> rows = new ArrayList<>(1);
        if (newest.containsKey(name.own())) {
            rows.add(chain(name.own()));
        }
        if (name.hasItems()) {
            throughItems.getOrDefault(name.common(), Map.of()).forEach((fields, owns) -> {
                if (!fields.equals(name.fields())) {
                    owns.forEach(own -> rows.add(chain(own)));
                }
            });
        }
        return rows;
    }

    private IntStream chain(String own) {
        return IntStream.iterate(newest.getOrDefault(own, NONE), at -> at != NONE, older::get);
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
}
