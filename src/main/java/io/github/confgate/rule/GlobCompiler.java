package io.github.confgate.rule;

import io.github.confgate.rule.GlobStep.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles a key glob into steps. */
final class GlobCompiler {

    private static final int MAX_LENGTH = 2000;
    private static final int MAX_DEPTH = 8;

    private final String pattern;
    private final List<GlobStep> steps = new ArrayList<>();
    private final Map<Integer, List<Integer>> choices = new LinkedHashMap<>();
    private int at;

    GlobCompiler(String pattern) {
        this.pattern = pattern;
    }

    GlobStep[] compile() {
        if (pattern.isBlank()) {
            throw new IllegalArgumentException("a key pattern is empty");
        }
        if (pattern.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a key pattern has more than " + MAX_LENGTH + " characters");
        }
        if (pattern.startsWith("**.")) {
            at = 3;
            leadingSegments();
        }
        sequence(0);
        if (at < pattern.length()) {
            throw new IllegalArgumentException("`" + pattern.charAt(at) + "` without its partner in `" + pattern + "`");
        }
        steps.add(GlobStep.of(Kind.END));
        // Only now is known what stands behind an alternative that is empty.
        choices.forEach((choice, starts) -> fill(choice, GlobStep.choice(GlobWays.of(starts, steps))));
        return steps.toArray(new GlobStep[0]);
    }

    /** Nothing, or anything up to a dot. */
    private void leadingSegments() {
        int fork = hole();
        int loop = hole();
        steps.add(GlobStep.of(Kind.ANY));
        steps.add(GlobStep.to(Kind.JUMP, loop));
        fill(loop, GlobStep.to(Kind.FORK, steps.size()));
        steps.add(GlobStep.of(Kind.DOT));
        fill(fork, GlobStep.to(Kind.FORK, steps.size()));
    }

    /** Up to the end of the pattern or of an alternative. */
    private void sequence(int depth) {
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '}' || (c == ',' && depth > 0)) {
                return;
            }
            if (pattern.startsWith(".**", at)) {
                at += 3;
                trailingSegments();
            } else if (pattern.startsWith("**", at)) {
                at += 2;
                repeat(Kind.ANY);
            } else {
                at++;
                single(c, depth);
            }
        }
    }

    private void single(char c, int depth) {
        switch (c) {
            case '*' -> repeat(Kind.ANY_IN_NAME);
            case '.' -> steps.add(GlobStep.of(Kind.DOT));
            case '{' -> alternatives(depth + 1);
            case '[' -> item();
            case '-', '_' -> joint(c);
            case '"' -> {}
            case ']' -> throw new IllegalArgumentException("`]` without its partner in `" + pattern + "`");
            default -> steps.add(GlobStep.character(KeyFolder.fold(c)));
        }
    }

    /** Nothing, or a dot or an item and anything after it. */
    private void trailingSegments() {
        int skip = hole();
        int choice = hole();
        steps.add(GlobStep.of(Kind.DOT));
        int jump = hole();
        fill(choice, GlobStep.to(Kind.FORK, steps.size()));
        steps.add(GlobStep.of(Kind.ITEM));
        fill(jump, GlobStep.to(Kind.JUMP, steps.size()));
        repeat(Kind.ANY);
        fill(skip, GlobStep.to(Kind.FORK, steps.size()));
    }

    /** How two words are joined does not matter, except in capitals, and beside a star it is the edge of a word. */
    private void joint(char c) {
        int before = at - 2;
        boolean star = (before >= 0 && pattern.charAt(before) == '*') || pattern.startsWith("*", at);
        if (star) {
            steps.add(GlobStep.of(Kind.EDGE));
        } else if (c == '_' && inCapitals(before)) {
            int skip = hole();
            steps.add(GlobStep.of(Kind.DOT));
            fill(skip, GlobStep.to(Kind.FORK, steps.size()));
        }
    }

    private boolean inCapitals(int before) {
        return before >= 0
                && at < pattern.length()
                && !Character.isLowerCase(pattern.charAt(before))
                && Character.isUpperCase(pattern.charAt(at));
    }

    private void repeat(Kind kind) {
        int loop = hole();
        steps.add(GlobStep.of(kind));
        steps.add(GlobStep.to(Kind.JUMP, loop));
        fill(loop, GlobStep.to(Kind.FORK, steps.size()));
    }

    private void alternatives(int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("braces more than " + MAX_DEPTH + " deep in `" + pattern + "`");
        }
        int choice = hole();
        List<Integer> starts = new ArrayList<>();
        List<Integer> exits = new ArrayList<>();
        boolean last = false;
        while (!last) {
            starts.add(steps.size());
            sequence(depth);
            if (at >= pattern.length()) {
                throw new IllegalArgumentException("`{` without its partner in `" + pattern + "`");
            }
            last = pattern.charAt(at++) == '}';
            if (!last) {
                exits.add(hole());
            }
        }
        for (int exit : exits) {
            fill(exit, GlobStep.to(Kind.JUMP, steps.size()));
        }
        choices.put(choice, starts);
    }

    private void item() {
        int end = pattern.indexOf(']', at);
        if (end < 0) {
            throw new IllegalArgumentException("`[` without its partner in `" + pattern + "`");
        }
        String inside = pattern.substring(at, end);
        at = end + 1;
        int equals = inside.indexOf('=');
        if (inside.equals("*")) {
            steps.add(GlobStep.of(Kind.ITEM));
        } else if (equals > 0) {
            steps.add(GlobStep.item(inside.substring(0, equals), inside.substring(equals + 1)));
        } else if (!inside.isEmpty() && inside.chars().allMatch(Character::isDigit)) {
            steps.add(GlobStep.item("", inside));
        } else {
            throw new IllegalArgumentException("`[" + inside + "]` in `" + pattern + "`: write [*], [0] or [name=web]");
        }
    }

    private int hole() {
        steps.add(GlobStep.of(Kind.END));
        return steps.size() - 1;
    }

    private void fill(int hole, GlobStep step) {
        steps.set(hole, step);
    }
}
