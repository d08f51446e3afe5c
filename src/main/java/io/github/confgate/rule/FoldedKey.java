package io.github.confgate.rule;

import io.github.confgate.document.KeyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key as globs see it: case and the way words are joined are folded away, so that {@code AUTH_SERVER_URL},
 * {@code auth.server-url} and {@code auth.serverUrl} are one.
 *
 * <p>A key has up to four spellings: with and without the selector of its part, and for an item of an environment list
 * ({@code env[name=AUTH_URL].value}, {@code configuration.property[name=fs.defaultFS].value}) also the name of the
 * variable ({@code env.AUTH_URL}, {@code configuration.property.fs.defaultFS}), and so for the level of a logger
 * ({@code logger[name=org.acme].level}) and the parameter of a template ({@code parameters.vaultName.value}).
 */
public final class FoldedKey {

    /** What stands between two characters of a name. */
    enum Edge {
        NONE(' '),
        /** Between a letter and a digit. */
        WEAK('1'),
        /** Between two words of one name: {@code -}, {@code _} or a hump. */
        WORD('-'),
        /** {@code _} of a name in capitals: joins two words of a name, or stands for a dot. */
        EITHER('_');

        private final char mark;

        Edge(char mark) {
            this.mark = mark;
        }

        char mark() {
            return mark;
        }
    }

    static final char DOT = '.';
    static final char ITEM = '[';

    /** Fields that name a variable, each with the field that holds its value. */
    private static final Map<String, Set<String>> VARIABLE_FIELDS = Map.of(
            "name", Set.of("value", "level"),
            "key", Set.of("value"),
            "param-name", Set.of("param-value"),
            "env-entry-name", Set.of("env-entry-value"),
            "ParameterKey", Set.of("parametervalue"));

    /**
     * One spelling.
     *
     * @param text its characters
     * @param edges what stands before each of them: the mark of an {@link Edge} each
     * @param items the items of lists in it
     * @param pairs {@link #pairs} of its characters
     * @param tail where what follows its last dot begins
     * @param itemsBefore how many of the items stand before that
     */
    record Spelling(String text, String edges, List<KeyPath.Segment> items, long pairs, int tail, int itemsBefore) {

        static Spelling of(String text, String edges, List<KeyPath.Segment> items) {
            int tail = text.lastIndexOf(DOT) + 1;
            int itemsBefore = 0;
            for (int i = text.indexOf(ITEM); i >= 0 && i < tail; i = text.indexOf(ITEM, i + 1)) {
                itemsBefore++;
            }
            return new Spelling(text, edges, List.copyOf(items), FoldedKey.pairs(text), tail, itemsBefore);
        }

        /** Whether a word begins or ends before the character at {@code i}. */
        boolean isWordEdge(int i) {
            return i == 0
                    || i == text.length()
                    || !is(Edge.NONE, i)
                    || isMark(text.charAt(i))
                    || isMark(text.charAt(i - 1));
        }

        /** Whether this stands before the character at {@code i}. */
        boolean is(Edge edge, int i) {
            return edges.charAt(i) == edge.mark();
        }

        private static boolean isMark(char c) {
            return c == DOT || c == ITEM;
        }
    }

    /** A bit for every two characters that follow each other: a text that stands in another has no bit of its own. */
    static long pairs(String text) {
        long pairs = 0;
        for (int i = 1; i < text.length(); i++) {
            pairs |= 1L << ((text.charAt(i - 1) * 31 + text.charAt(i)) & 63);
        }
        return pairs;
    }

    /**
     * Keys that were folded lately, by whatever thread: a rule asks many globs about one key before it goes on, and what
     * looks at a whole range comes back to each of its keys. A place that another thread fills costs a fold, no more.
     */
    private static final @Nullable Known[] LATELY = new Known[4096];

    private record Known(KeyPath key, FoldedKey folded) {}

    private final List<Spelling> spellings;

    private FoldedKey(List<Spelling> spellings) {
        this.spellings = List.copyOf(spellings);
    }

    @SuppressWarnings("ReferenceEquality") // quick, and an equal key would only be folded once more
    public static FoldedKey of(KeyPath key) {
        int place = System.identityHashCode(key) & (LATELY.length - 1);
        Known known = LATELY[place];
        if (known != null && known.key() == key) {
            return known.folded();
        }
        FoldedKey folded = fold(key);
        LATELY[place] = new Known(key, folded);
        return folded;
    }

    private static FoldedKey fold(KeyPath key) {
        List<Spelling> spellings = new ArrayList<>(2);
        List<KeyPath.Segment> segments = key.segments();
        boolean part = segments.size() > 1 && !(segments.get(0) instanceof KeyPath.Name);
        List<KeyPath.Segment> bare = part ? segments.subList(1, segments.size()) : segments;
        spellings.add(fold(bare));
        if (part) {
            spellings.add(fold(segments));
        }
        // The list of parameters may be the whole file.
        variable(new KeyPath(bare)).or(() -> variable(key)).ifPresent(named -> spellings.add(fold(named.segments())));
        return new FoldedKey(spellings);
    }

    /** Whether a text, folded itself, stands in a spelling of the key: tells most keys apart before they are looked at. */
    public boolean holds(String folded) {
        long wanted = pairs(folded);
        for (Spelling spelling : spellings) {
            if ((wanted & ~spelling.pairs()) == 0 && spelling.text().contains(folded)) {
                return true;
            }
        }
        return false;
    }

    List<Spelling> spellings() {
        return spellings;
    }

    /** The key of a variable's value by the variable's name: {@code env[name=A].value} as {@code env.A}. */
    public static Optional<KeyPath> variable(KeyPath key) {
        List<KeyPath.Segment> segments = key.segments();
        int size = segments.size();
        if (size < 2 || !(segments.get(size - 1) instanceof KeyPath.Name last)) {
            return Optional.empty();
        }
        List<KeyPath.Segment> above = segments.subList(0, size - 2);
        if (segments.get(size - 2) instanceof KeyPath.Selector item
                && item.fields().size() == 1
                && isValue(item.fields().get(0).name(), last.name())) {
            List<KeyPath.Segment> named = new ArrayList<>(above);
            named.add(new KeyPath.Name(item.fields().get(0).value()));
            return Optional.of(new KeyPath(named));
        }
        boolean parameter = size > 2
                && last.name().equals("value")
                && segments.get(size - 2) instanceof KeyPath.Name
                && segments.get(size - 3) instanceof KeyPath.Name list
                && list.name().equalsIgnoreCase("parameters");
        return parameter ? Optional.of(new KeyPath(segments.subList(0, size - 1))) : Optional.empty();
    }

    private static boolean isValue(String field, String name) {
        return VARIABLE_FIELDS.getOrDefault(field, Set.of()).contains(name.toLowerCase(Locale.ROOT));
    }

    private static Spelling fold(List<KeyPath.Segment> segments) {
        KeyFolder folder = new KeyFolder();
        for (KeyPath.Segment segment : segments) {
            if (segment instanceof KeyPath.Name name) {
                folder.name(name.name());
            } else {
                folder.item(segment);
            }
        }
        return folder.spelling();
    }
}
