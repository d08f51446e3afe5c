package io.github.confgate.fact;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds how a document spells a key that another layer spells otherwise: {@code spring.datasource.url},
 * {@code spring.dataSource.url} and {@code SPRING_DATASOURCE_URL} are one (Spring Boot reference, "Relaxed Binding":
 * compared without dashes, underscores and case; in the environment dots are underscores and list numbers stand between
 * them). .NET's {@code A__B} is read the same way.
 */
public final class RelaxedKey {

    private RelaxedKey() {}

    /** The key as the tree spells it, the exact spelling first; empty when it has none. */
    static Optional<KeyPath> spelled(Node root, KeyPath key) {
        List<KeyPath.Segment> found = new ArrayList<>();
        if (nested(root, key.segments(), 0, found)) {
            return Optional.of(new KeyPath(found));
        }
        found.clear();
        String variable = variable(key);
        return !variable.isEmpty() && flat(root, variable, found) ? Optional.of(new KeyPath(found)) : Optional.empty();
    }

    /** Whether two names of a map are one. */
    static boolean same(String a, String b) {
        return a.equals(b) || uniform(a).equals(uniform(b));
    }

    private static boolean nested(Node node, List<KeyPath.Segment> wanted, int i, List<KeyPath.Segment> found) {
        if (i == wanted.size()) {
            return true;
        }
        if (!(wanted.get(i) instanceof KeyPath.Name name) || !(node instanceof Node.Mapping map)) {
            // Places in lists are the same in every spelling.
            boolean item = !(wanted.get(i) instanceof KeyPath.Name) && node instanceof Node.Sequence;
            found.addAll(item ? wanted.subList(i, wanted.size()) : List.of());
            return item;
        }
        Node.Entry exact = map.entry(name.name());
        if (exact != null && nestedUnder(exact, wanted, i, found)) {
            return true;
        }
        for (Node.Entry entry : SpelledNames.alike(map, name.name())) {
            if (!entry.key().equals(name.name())
                    && same(entry.key(), name.name())
                    && nestedUnder(entry, wanted, i, found)) {
                return true;
            }
        }
        return false;
    }

    private static boolean nestedUnder(
            Node.Entry entry, List<KeyPath.Segment> wanted, int i, List<KeyPath.Segment> found) {
        found.add(new KeyPath.Name(entry.key()));
        if (nested(entry.value(), wanted, i + 1, found)) {
            return true;
        }
        found.subList(i, found.size()).clear();
        return false;
    }

    /** The rest of a variable's name under a node: a whole name, or the beginning of one and what is below it. */
    private static boolean flat(Node node, String rest, List<KeyPath.Segment> found) {
        List<Node.Entry> entries = node instanceof Node.Mapping map ? SpelledNames.beginning(map, rest) : List.of();
        for (Node.Entry entry : entries) {
            String name = variable(entry.key());
            boolean whole = rest.equals(name);
            if (!name.isEmpty() && (whole || rest.startsWith(name + "_"))) {
                found.add(new KeyPath.Name(entry.key()));
                if (whole || flat(entry.value(), rest.substring(name.length() + 1), found)) {
                    return true;
                }
                found.remove(found.size() - 1);
            }
        }
        return false;
    }

    /** How the environment names a key; empty for one with items that no variable can name. */
    static String variable(KeyPath key) {
        StringBuilder out = new StringBuilder();
        for (KeyPath.Segment segment : key.segments()) {
            if (segment instanceof KeyPath.Selector) {
                return "";
            }
            out.append(out.length() > 0 ? "_" : "");
            out.append(
                    segment instanceof KeyPath.Name name ? variable(name.name()) : ((KeyPath.Index) segment).index());
        }
        return out.toString();
    }

    static String variable(String name) {
        return name.replace("__", "_").replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** One text for all spellings of a name. */
    public static String uniform(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
