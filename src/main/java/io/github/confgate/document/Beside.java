package io.github.confgate.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a value in its map or list, where that tells what the value's own key does not: {@code name: X} beside
 * {@code value: Y}, and the words of a command line before a word of it. Says nothing of equality: two leaves are the same
 * by their own values, whatever stands around them.
 */
public final class Beside {

    /** Names that tell no more than that a value follows. */
    private static final Set<String> VALUES = Set.of(
            "value",
            "val",
            "default",
            "defaultvalue",
            "default_value",
            "parametervalue",
            "param-value",
            "stringvalue",
            "string_value",
            "content",
            "plaintext_value");

    /** A text of this length is no name and no word of a command. */
    private static final int LONGEST = 200;

    private final Node around;
    private final int index;

    private Beside(Node around, int index) {
        this.around = around;
        this.index = index;
    }

    /** What stands around an entry of a map; null where nobody asks. */
    public static @Nullable Beside of(Node.Mapping map, Node.Entry entry) {
        return entry.value() instanceof Node.Scalar
                        && isAsked(entry.key())
                        && map.entries().size() > 1
                ? new Beside(map, -1)
                : null;
    }

    private static boolean isAsked(String key) {
        // Every key of every document is asked.
        if (key.length() < 3 || key.length() > 40 || "vVdDpPsScCu".indexOf(key.charAt(0)) < 0) {
            return false;
        }
        return VALUES.contains(key.toLowerCase(Locale.ROOT)) || key.startsWith("user_");
    }

    /** What stands around an item of a list; null where nobody asks. */
    public static @Nullable Beside of(Node.Sequence list, int index) {
        return index > 0
                        && list.items().get(index) instanceof Node.Scalar
                        && list.items().get(index - 1) instanceof Node.Scalar
                ? new Beside(list, index)
                : null;
    }

    /** The scalar beside an entry of a map under one of these names in lower case, the first that is there. */
    public Optional<String> named(List<String> names) {
        if (around instanceof Node.Mapping map) {
            for (String name : names) {
                for (Node.Entry entry : map.entries()) {
                    if (entry.value() instanceof Node.Scalar scalar
                            && scalar.text().length() <= LONGEST
                            && entry.key().equalsIgnoreCase(name)) {
                        return Optional.of(scalar.text());
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The first of the words before an item of a list, and so many that stand right before it, in their order. */
    public List<String> before(int most) {
        List<String> words = new ArrayList<>(most + 1);
        if (around instanceof Node.Sequence list) {
            int from = Math.max(0, index - most);
            if (from > 0) {
                add(list.items().get(0), words);
            }
            for (Node item : list.items().subList(from, index)) {
                add(item, words);
            }
        }
        return words;
    }

    private static void add(Node item, List<String> words) {
        words.add(item instanceof Node.Scalar scalar && scalar.text().length() <= LONGEST ? scalar.text() : "");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Beside;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
