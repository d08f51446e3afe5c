package io.github.confgate.fact;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.source.Numbers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of many documents may have a key, in whatever spelling ({@link RelaxedKey}), or a list on the way to it. Keys are
 * told by a hash of their names: a document that is found may have another key instead, one that is not found has not
 * this one.
 */
final class SpelledKeys {

    private static final long FACTOR = 1_099_511_628_211L;
    private static final long START = 17;

    private final Map<Long, Numbers> names = new HashMap<>();
    private final Map<Long, Numbers> variables = new HashMap<>();
    private final Map<Long, Numbers> lists = new HashMap<>();

    /** @param places the numbers of the wanted parts, ascending */
    SpelledKeys(List<Part> parts, List<Integer> places) {
        for (int place : places) {
            add(parts.get(place).root(), START, START, place);
        }
    }

    private void add(Node node, long named, long variable, int place) {
        put(names, named, place);
        if (node instanceof Node.Sequence) {
            put(lists, named, place);
        } else if (node instanceof Node.Mapping map) {
            for (Node.Entry entry : map.entries()) {
                String name = RelaxedKey.variable(entry.key());
                // What has no name as a variable, and all that is below it, is found by its names alone.
                long below = variable == 0 || name.isEmpty() ? 0 : joined(variable, name);
                if (below != 0) {
                    put(variables, below, place);
                }
                add(entry.value(), step(named, entry.key()), below, place);
            }
        }
    }

    private static void put(Map<Long, Numbers> table, long key, int place) {
        Numbers places = table.computeIfAbsent(key, made -> new Numbers());
        if (places.size() == 0 || places.get(places.size() - 1) != place) {
            places.add(place);
        }
    }

    /** Adds the documents that may say something of a key, as ascending numbers. */
    void find(KeyPath key, List<Numbers> found) {
        long hash = START;
        for (KeyPath.Segment segment : key.segments()) {
            addFound(lists, hash, found);
            if (!(segment instanceof KeyPath.Name name)) {
                break;
            }
            hash = step(hash, name.name());
        }
        addFound(names, hash, found);
        String variable = RelaxedKey.variable(key);
        if (!variable.isEmpty()) {
            addFound(variables, joined(START, variable), found);
        }
    }

    private static void addFound(Map<Long, Numbers> table, long key, List<Numbers> found) {
        Numbers places = table.get(key);
        if (places != null) {
            found.add(places);
        }
    }

    private static long step(long hash, String name) {
        return (hash ^ RelaxedKey.uniform(name).hashCode()) * FACTOR;
    }

    /** As of all letters of the joined names, wherever one of them ends: a variable does not tell. Never 0. */
    private static long joined(long hash, String name) {
        long joined = hash == START ? hash : (hash ^ '_') * FACTOR;
        for (int i = 0; i < name.length(); i++) {
            joined = (joined ^ name.charAt(i)) * FACTOR;
        }
        return joined == 0 ? 1 : joined;
    }
}
