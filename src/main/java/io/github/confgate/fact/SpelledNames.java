package io.github.confgate.fact;

import io.github.confgate.document.Node;
import io.github.confgate.source.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The names of a large map by what all spellings of them have in common ({@link RelaxedKey}). */
final class SpelledNames {

    /** A map with fewer entries is searched. */
    static final int MANY = 16;

    private final List<Node.Entry> entries;
    private final Map<String, Numbers> uniform = new HashMap<>();
    private final Map<String, Numbers> variables = new HashMap<>();
    private final TreeSet<Integer> lengths = new TreeSet<>();

    private SpelledNames(List<Node.Entry> entries) {
        this.entries = entries;
        for (int i = 0; i < entries.size(); i++) {
            String name = entries.get(i).key();
            uniform.computeIfAbsent(RelaxedKey.uniform(name), key -> new Numbers())
                    .add(i);
            String variable = RelaxedKey.variable(name);
            if (!variable.isEmpty()) {
                variables.computeIfAbsent(variable, key -> new Numbers()).add(i);
                lengths.add(variable.length());
            }
        }
    }

    /** The entries that may be a name in another spelling, in their order. */
    static List<Node.Entry> alike(Node.Mapping map, String name) {
        return map.entries().size() < MANY ? map.entries() : of(map).alike(name);
    }

    /** The entries that may be a variable or the beginning of one, in their order. */
    static List<Node.Entry> beginning(Node.Mapping map, String variable) {
        return map.entries().size() < MANY ? map.entries() : of(map).beginning(variable);
    }

    private static SpelledNames of(Node.Mapping map) {
        return map.once(SpelledNames.class, SpelledNames::new);
    }

    private List<Node.Entry> alike(String name) {
        Numbers found = uniform.get(RelaxedKey.uniform(name));
        List<Node.Entry> alike = new ArrayList<>();
        for (int i = 0; found != null && i < found.size(); i++) {
            alike.add(entries.get(found.get(i)));
        }
        return alike;
    }

    private List<Node.Entry> beginning(String variable) {
        TreeSet<Integer> places = new TreeSet<>();
        for (int length : lengths.headSet(variable.length(), true)) {
            if (length == variable.length() || variable.charAt(length) == '_') {
                Numbers found = variables.get(variable.substring(0, length));
                for (int i = 0; found != null && i < found.size(); i++) {
                    places.add(found.get(i));
                }
            }
        }
        return places.stream().map(entries::get).toList();
    }
}
