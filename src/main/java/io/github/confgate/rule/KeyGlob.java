package io.github.confgate.rule;

import io.github.confgate.document.KeyPath;
import java.util.BitSet;
import java.util.List;

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
    private final GlobStep[] steps;
    private final List<String> needles;
    private final long[] pairs;

    private KeyGlob(String source, GlobStep[] steps) {
        this.source = source;
        this.steps = steps;
        this.needles = List.copyOf(GlobNeedles.of(source));
        this.pairs = new long[needles.size()];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = FoldedKey.pairs(needles.get(i));
        }
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong with the pattern */
    public static KeyGlob parse(String pattern) {
        return new KeyGlob(pattern, new GlobCompiler(pattern).compile());
    }

    public boolean matches(KeyPath key) {
        return matches(FoldedKey.of(key));
    }

    public boolean matches(FoldedKey key) {
        for (FoldedKey.Spelling spelling : key.spellings()) {
            if (mayMatch(spelling) && matches(spelling)) {
                return true;
            }
        }
        return false;
    }

    /** Texts of which one at least stands in every key that matches, folded; none where a match may hold anything. */
    public List<String> needles() {
        return needles;
    }

    private boolean mayMatch(FoldedKey.Spelling key) {
        for (int i = 0; i < pairs.length; i++) {
            if ((pairs[i] & ~key.pairs()) == 0 && key.text().contains(needles.get(i))) {
                return true;
            }
        }
        return needles.isEmpty();
    }

    /** Follows all ways through the pattern at once, so that no pattern makes it slow. */
    private boolean matches(FoldedKey.Spelling key) {
        BitSet now = new BitSet(steps.length);
        BitSet next = new BitSet(steps.length);
        enter(0, key, 0, now);
        int items = 0;
        for (int i = 0; i < key.text().length(); i++) {
            char c = key.text().charAt(i);
            KeyPath.Segment item = c == FoldedKey.ITEM ? key.items().get(items++) : null;
            for (int s = now.nextSetBit(0); s >= 0; s = now.nextSetBit(s + 1)) {
                if (steps[s].takes(c, item)) {
                    enter(s + 1, key, i + 1, next);
                }
            }
            if (next.isEmpty()) {
                return false;
            }
            BitSet swap = now;
            now = next;
            next = swap;
            next.clear();
        }
        return now.get(steps.length - 1);
    }

    private void enter(int s, FoldedKey.Spelling key, int at, BitSet states) {
        if (states.get(s)) {
            return;
        }
        states.set(s);
        GlobStep step = steps[s];
        switch (step.kind()) {
            case FORK -> {
                enter(step.target(), key, at, states);
                enter(s + 1, key, at, states);
            }
            case JUMP -> enter(step.target(), key, at, states);
            case EDGE -> {
                if (key.isWordEdge(at)) {
                    enter(s + 1, key, at, states);
                }
            }
            case DOT -> {
                if (at < key.text().length() && key.edges().get(at) == FoldedKey.Edge.EITHER) {
                    enter(s + 1, key, at, states);
                }
            }
            default -> {}
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
