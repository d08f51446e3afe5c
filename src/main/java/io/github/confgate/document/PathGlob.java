package io.github.confgate.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A pattern over paths with {@code /}: {@code *} any text within one segment, {@code ?} one character of it,
 * {@code **} any text, <code>**&#47;</code> any folders or none, {@code {a,b}} either. Letter case counts and the whole
 * path must match. A pattern without {@code /} matches at the top only. Takes time in the order of pattern times path
 * for any pattern: all its states are followed at once.
 */
public final class PathGlob {

    private static final int MATCH = -1;
    private static final int SPLIT = -2;
    private static final int IN_SEGMENT = -3;
    private static final int ANY = -4;

    private final String pattern;
    private final String literal;
    private int[] ops = new int[16];
    private int[] next = new int[16];
    private int[] other = new int[16];
    private int size;

    private PathGlob(String pattern) {
        this.pattern = pattern;
        this.literal = longestLiteral(pattern);
        compile();
    }

    /** Any text is a pattern: a brace that is not closed stands for itself. */
    public static PathGlob of(String pattern) {
        return new PathGlob(pattern);
    }

    /** @param patterns with a blank between each two */
    public static List<PathGlob> allOf(String patterns) {
        return Arrays.stream(patterns.split(" ", -1)).map(PathGlob::of).toList();
    }

    public static boolean anyMatches(List<PathGlob> globs, String path) {
        for (PathGlob glob : globs) {
            if (glob.matches(path)) {
                return true;
            }
        }
        return false;
    }

    public boolean matches(String path) {
        // Most patterns fail here, at a fraction of the cost.
        if (!path.contains(literal)) {
            return false;
        }
        Threads now = new Threads(size);
        Threads then = new Threads(size);
        follow(now, 0);
        for (int i = 0; i < path.length() && now.count > 0; i++) {
            then.clear();
            char c = path.charAt(i);
            for (int t = 0; t < now.count; t++) {
                int state = now.states[t];
                int op = ops[state];
                if (op == c || op == ANY || (op == IN_SEGMENT && c != '/')) {
                    follow(then, next[state]);
                }
            }
            Threads swap = now;
            now = then;
            then = swap;
        }
        for (int t = 0; t < now.count; t++) {
            if (ops[now.states[t]] == MATCH) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return pattern;
    }

    /** The states that are alive after some text, each once. */
    private static final class Threads {
        final int[] states;
        final boolean[] has;
        final int[] pending;
        int count;

        Threads(int size) {
            states = new int[size];
            has = new boolean[size];
            pending = new int[size + 1];
        }

        void clear() {
            count = 0;
            Arrays.fill(has, false);
        }
    }

    private void follow(Threads threads, int from) {
        int waiting = 0;
        int state = from;
        while (true) {
            boolean seen = threads.has[state];
            threads.has[state] = true;
            if (!seen && ops[state] == SPLIT) {
                threads.pending[waiting++] = other[state];
                state = next[state];
                continue;
            }
            if (!seen) {
                threads.states[threads.count++] = state;
            }
            if (waiting == 0) {
                return;
            }
            state = threads.pending[--waiting];
        }
    }

    private void compile() {
        boolean[] paired = pairedBraces();
        Deque<Group> groups = new ArrayDeque<>();
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (paired[i] && c == '{') {
                groups.push(new Group(fork()));
            } else if (paired[i]) {
                groups.pop().exits.forEach(this::join);
            } else if (c == ',' && !groups.isEmpty()) {
                Group group = groups.getFirst();
                group.exits.add(emit(SPLIT));
                other[group.fork] = size;
                group.fork = fork();
            } else if (pattern.startsWith("**/", i) && (i == 0 || "/{,".indexOf(pattern.charAt(i - 1)) >= 0)) {
                folders();
                i += 2;
            } else if (pattern.startsWith("**", i)) {
                loop(ANY);
                i++;
            } else if (c == '*') {
                loop(IN_SEGMENT);
            } else {
                step(c == '?' ? IN_SEGMENT : c);
            }
            i++;
        }
        emit(MATCH);
    }

    /** Braces with alternatives that are being read: the fork before the current one, and the ends of those before. */
    private static final class Group {
        final List<Integer> exits = new ArrayList<>();
        int fork;

        Group(int fork) {
            this.fork = fork;
        }
    }

    private boolean[] pairedBraces() {
        boolean[] paired = new boolean[pattern.length()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '{') {
                open.push(i);
            } else if (pattern.charAt(i) == '}' && !open.isEmpty()) {
                paired[open.pop()] = true;
                paired[i] = true;
            }
        }
        return paired;
    }

    /** The longest text outside of braces that every match holds. */
    private static String longestLiteral(String pattern) {
        String longest = "";
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= pattern.length(); i++) {
            char c = i < pattern.length() ? pattern.charAt(i) : '*';
            if ("*?{}".indexOf(c) >= 0) {
                if (depth == 0 && i - from > longest.length()) {
                    longest = pattern.substring(from, i);
                }
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                // `**/` may be no folder at all
                i += pattern.startsWith("**/", i) ? 2 : 0;
                from = i + 1;
            }
        }
        return depth == 0 ? longest : "";
    }

    private int fork() {
        int fork = emit(SPLIT);
        next[fork] = size;
        other[fork] = size;
        return fork;
    }

    private void join(int exit) {
        next[exit] = size;
        other[exit] = size;
    }

    private void folders() {
        // (.*/)?
        int skip = emit(SPLIT);
        next[skip] = size;
        loop(ANY);
        step('/');
        other[skip] = size;
    }

    private void loop(int op) {
        int split = emit(SPLIT);
        next[split] = size;
        int body = emit(op);
        next[body] = split;
        other[split] = size;
    }

    private void step(int op) {
        int state = emit(op);
        next[state] = size;
    }

    private int emit(int op) {
        if (size == ops.length) {
            ops = Arrays.copyOf(ops, size * 2);
            next = Arrays.copyOf(next, size * 2);
            other = Arrays.copyOf(other, size * 2);
        }
        ops[size] = op;
        return size++;
    }
}
