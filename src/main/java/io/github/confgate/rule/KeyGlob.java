package io.github.confgate.rule;

import io.github.confgate.document.KeyPath;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pattern over keys.
 *
 * <ul>
 *   <li>{@code **} any segments, none too; items of lists are segments
 *   <li>{@code *} any characters within one name
 *   <li>{@code {a,b}} either
 *   <li>{@code [*]} any item of a list, {@code [0]} and {@code [name=web]} this one
 *   <li>{@code -} next to {@code *} is the edge of a word: {@code *-auth-*} is every name with the word {@code auth} in
 *       it, {@code auth} and {@code myAuthServer}, but not {@code author}
 * </ul>
 *
 * <p>Case is folded, and so is the way the words of a name are joined: {@code max-pool-size} is {@code maxPoolSize},
 * {@code MAX_POOL_SIZE} and {@code maxpoolsize}. A name in capitals may stand for a dotted key. The selector of a part
 * may be left out. Takes time linear in the key.
 */
public final class KeyGlob {

    private final String source;
    private volatile @Nullable List<String> needles;
    private volatile @Nullable Compiled compiled;

    private KeyGlob(String source) {
        this.source = source;
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong with the pattern */
    public static KeyGlob parse(String pattern) {
        KeyGlob glob = new KeyGlob(pattern);
        glob.compiled();
        return glob;
    }

    /** A pattern that a test has parsed. It is compiled when a key is first compared with it, as few of all are in one run. */
    public static KeyGlob tested(String pattern) {
        return new KeyGlob(pattern);
    }

    /** Threads may make it twice: all of them are alike. */
    private Compiled compiled() {
        Compiled made = compiled;
        if (made == null) {
            made = Compiled.of(source, new GlobCompiler(source).compile(), needles());
            compiled = made;
        }
        return made;
    }

    public boolean matches(KeyPath key) {
        return matches(FoldedKey.of(key));
    }

    public boolean matches(FoldedKey key) {
        Compiled steps = compiled();
        for (FoldedKey.Spelling spelling : key.spellings()) {
            if (steps.mayMatch(spelling) && steps.matches(spelling)) {
                return true;
            }
        }
        return false;
    }

    /** Texts of which one at least stands in every key that matches, folded; none where a match may hold anything. */
    public List<String> needles() {
        List<String> known = needles;
        if (known == null) {
            known = List.copyOf(GlobNeedles.of(source));
            needles = known;
        }
        return known;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    private record Compiled(GlobStep[] steps, List<String> needles, long[] pairs, boolean ofTail) {

        static Compiled of(String source, GlobStep[] steps, List<String> needles) {
            long[] pairs = new long[needles.size()];
            for (int i = 0; i < pairs.length; i++) {
                pairs[i] = FoldedKey.pairs(needles.get(i));
            }
            return new Compiled(steps, needles, pairs, isOfTail(source, steps));
        }

        /** Whether all that it says, but for any segments before, is said of what follows the last dot. */
        private static boolean isOfTail(String source, GlobStep[] steps) {
            int across = 0;
            for (GlobStep step : steps) {
                across += step.kind() == GlobStep.Kind.ANY || step.kind() == GlobStep.Kind.DOT ? 1 : 0;
            }
            return source.startsWith("**.") && across == 2;
        }

        private boolean mayMatch(FoldedKey.Spelling key) {
            int from = ofTail ? key.tail() : 0;
            for (int i = 0; i < pairs.length; i++) {
                if ((pairs[i] & ~key.pairs()) == 0 && key.text().indexOf(needles.get(i), from) >= 0) {
                    return true;
                }
            }
            return needles.isEmpty();
        }

        /** Follows all ways through the pattern at once, so that no pattern makes it slow. */
        private boolean matches(FoldedKey.Spelling key) {
            Front now = new Front(steps.length);
            Front next = new Front(steps.length);
            String text = key.text();
            int start = ofTail ? key.tail() : 0;
            int items = ofTail ? key.itemsBefore() : 0;
            enter(0, key, start, now);
            for (int i = start; i < text.length(); i++) {
                char c = text.charAt(i);
                KeyPath.Segment item = c == FoldedKey.ITEM ? key.items().get(items++) : null;
                next.clear();
                for (int k = 0; k < now.size; k++) {
                    int s = now.states[k];
                    GlobWays ways = steps[s].ways();
                    if (ways != null) {
                        for (int way = ways.first(c); ways.beginsWith(way, c); way++) {
                            enter(ways.behind(way), key, i + 1, next);
                        }
                    } else if (steps[s].takes(c, item)) {
                        enter(s + 1, key, i + 1, next);
                    }
                }
                if (next.size == 0) {
                    return false;
                }
                Front swap = now;
                now = next;
                next = swap;
            }
            return now.isIn(steps.length - 1);
        }

        private void enter(int s, FoldedKey.Spelling key, int at, Front front) {
            if (!front.enter(s)) {
                return;
            }
            GlobStep step = steps[s];
            switch (step.kind()) {
                case FORK -> {
                    enter(step.target(), key, at, front);
                    enter(s + 1, key, at, front);
                }
                case CHOICE -> {
                    for (int other : Objects.requireNonNull(step.ways()).others()) {
                        enter(other, key, at, front);
                    }
                }
                case JUMP -> enter(step.target(), key, at, front);
                case EDGE -> {
                    if (key.isWordEdge(at)) {
                        enter(s + 1, key, at, front);
                    }
                }
                case DOT -> {
                    if (at < key.text().length() && key.is(FoldedKey.Edge.EITHER, at)) {
                        enter(s + 1, key, at, front);
                    }
                }
                default -> {}
            }
        }
    }

    /** The steps that the match may be at, in the order in which they were reached; emptied at no cost. */
    private static final class Front {
        private final int[] states;
        private final int[] places;
        private int size;

        Front(int steps) {
            this.states = new int[steps];
            this.places = new int[steps];
        }

        boolean isIn(int s) {
            int place = places[s];
            return place < size && states[place] == s;
        }

        boolean enter(int s) {
            if (isIn(s)) {
                return false;
            }
            places[s] = size;
            states[size++] = s;
            return true;
        }

        void clear() {
            size = 0;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyGlob glob && glob.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
