package io.github.confgate.rule.check;

import io.github.confgate.change.NameWords;
import io.github.confgate.change.Value;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Maps and lists that look as if they defined what a key refers to, whatever the product: {@code keys} beside
 * {@code active_key}, {@code providers} beside {@code defaultProvider}, the maps {@code eu} and {@code us} beside
 * {@code default: eu}. What the key referred to before has to be among them, or they are something else.
 */
final class LikelyNames {

    private static final int LONGEST = 80;

    /** Fields by which the items of a list are known. */
    private static final List<String> FIELDS = List.of("name", "id", "kid", "key", "alias", "slug", "code");

    /** Last words that say nothing of what is referred to: the word before, or the key above, does. */
    private static final Set<String> EMPTY = Set.of(
            "name", "ref", "id", "key", "value", "default", "active", "current", "selected", "primary", "use", "kid");

    /** Whose plural is the name of no list of definitions. */
    private static final Set<String> NOT_LISTED = Set.of("id", "value", "name", "ref", "use", "alias");

    /** What chooses between ways to do something, of which many need no settings. */
    private static final Set<String> WAYS = Set.of(
            "type",
            "kind",
            "mode",
            "driver",
            "engine",
            "class",
            "format",
            "method",
            "algorithm",
            "adapter",
            "level",
            "state",
            "status",
            "version",
            "action",
            "scope",
            "strategy");

    private LikelyNames() {}

    /** The names among which the old value of a reference stands; empty where nothing looks like that. */
    static Optional<Set<String>> around(Part part, KeyPath key, String old) {
        Set<String> words = words(key);
        for (KeyPath at = key.parent(); !words.isEmpty(); at = at.parent()) {
            if (Lookup.node(part, at).orElse(null) instanceof Node.Mapping map) {
                Optional<Set<String>> names = within(map, at, key, words, old);
                if (names.isPresent()) {
                    return names;
                }
            }
            if (at.isRoot()) {
                break;
            }
        }
        return Optional.empty();
    }

    private static Optional<Set<String>> within(
            Node.Mapping map, KeyPath at, KeyPath key, Set<String> words, String old) {
        for (Node.Entry entry : map.entries()) {
            if (!(entry.value() instanceof Node.Scalar)
                    && isListOf(entry.key(), words)
                    && !key.startsWith(at.name(entry.key()))) {
                Set<String> names = names(entry.value());
                if (names.contains(old)) {
                    return Optional.of(names);
                }
            }
        }
        return at.equals(key.parent()) && !WAYS.contains(last(key))
                ? Optional.of(alike(map)).filter(names -> names.contains(old))
                : Optional.empty();
    }

    /** Whether a map or list of this name holds what a key with these words refers to. */
    static boolean isListOf(String list, Set<String> words) {
        if (!list.endsWith("s") && !list.endsWith("S")) {
            return false;
        }
        List<String> own = NameWords.of(list);
        return !own.isEmpty()
                && own.get(own.size() - 1).endsWith("s")
                && words.contains(singular(own.get(own.size() - 1)));
    }

    /** The words of a key that may say what it refers to, each in the singular. */
    static Set<String> words(KeyPath key) {
        Set<String> words = new HashSet<>();
        List<String> own = new ArrayList<>(NameWords.of(key.lastName()));
        if (key.segments().size() > 1 && EMPTY.containsAll(own)) {
            own.addAll(0, NameWords.of(key.parent().lastName()));
        }
        for (int i = own.size() - 1; i >= 0; i--) {
            words.add(singular(own.get(i)));
            if (!EMPTY.contains(own.get(i))) {
                break;
            }
        }
        if (words.remove("kid")) {
            words.add("key");
        }
        words.removeAll(NOT_LISTED);
        return words;
    }

    /** A name, and neither a number nor a switch nor a sentence. */
    static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST
                && Character.isLetter(text.charAt(0))
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_.:/@".indexOf(c) >= 0)
                && Value.Truth.of(text).isEmpty()
                && Value.Numeric.of(text).isEmpty();
    }

    static Set<String> names(Node collection) {
        Set<String> names = new HashSet<>();
        if (collection instanceof Node.Mapping map) {
            map.entries().forEach(entry -> names.add(entry.key()));
        } else if (collection instanceof Node.Sequence list) {
            for (Node item : list.items()) {
                if (item instanceof Node.Scalar scalar) {
                    names.add(scalar.text());
                }
                FIELDS.forEach(field -> Nodes.text(item, field).ifPresent(names::add));
            }
        }
        return names;
    }

    /** The names of the maps in a map that have a key in common, as things of one sort do. */
    private static Set<String> alike(Node.Mapping map) {
        Set<String> names = new HashSet<>();
        Set<String> common = null;
        for (Node.Entry entry : map.entries()) {
            if (entry.value() instanceof Node.Mapping each && !each.entries().isEmpty()) {
                Set<String> keys = names(each);
                if (common == null) {
                    common = keys;
                } else {
                    common.retainAll(keys);
                }
                names.add(entry.key());
            }
        }
        return names.size() > 1 && common != null && !common.isEmpty() ? names : Set.of();
    }

    private static String last(KeyPath key) {
        List<String> words = NameWords.of(key.lastName());
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("ches") || word.endsWith("xes")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") && word.length() > 3
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
