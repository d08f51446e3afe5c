package io.github.confgate.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds texts of which every text that a regular expression matches holds at least one, in small letters. Understands
 * the plain parts of the syntax and gives up at the rest, which costs time and no match.
 */
final class PatternNeedles {

    /** A shorter text stands in too many values to tell much. */
    private static final int LEAST = 2;

    private static final String IGNORE_CASE = "(?i)";

    private final String pattern;
    private int at;

    /** What this reader does not understand. */
    private static final class Unknown extends Exception {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super(null, null, false, false);
        }
    }

    private PatternNeedles(String pattern) {
        this.pattern = pattern;
    }

    /** The texts; none when a match may hold anything. The pattern must compile. */
    static List<String> of(String pattern) {
        PatternNeedles reader = new PatternNeedles(pattern);
        reader.at = pattern.startsWith(IGNORE_CASE) ? IGNORE_CASE.length() : 0;
        try {
            List<String> needles = reader.alternatives();
            return reader.at == pattern.length() ? List.copyOf(needles) : List.of();
        } catch (Unknown e) {
            return List.of();
        }
    }

    /** Up to the end of the pattern or a closing bracket, which is left: any may match, so each has to give a text. */
    private List<String> alternatives() throws Unknown {
        List<String> all = new ArrayList<>();
        boolean each = true;
        while (true) {
            List<String> one = sequence();
            each &= !one.isEmpty();
            all.addAll(one);
            if (at == pattern.length() || pattern.charAt(at) == ')') {
                return each ? all : List.of();
            }
            at++;
        }
    }

    private List<String> sequence() throws Unknown {
        List<String> best = List.of();
        StringBuilder run = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            int plain = plain();
            if (plain < 0) {
                best = GlobNeedles.better(best, literal(run));
                List<String> inside = atom();
                best = isOptional() ? best : GlobNeedles.better(best, inside);
                repeated();
            } else if (isOptional()) {
                best = GlobNeedles.better(best, literal(run));
                repeated();
            } else {
                run.append((char) plain);
                if (repeated()) {
                    best = GlobNeedles.better(best, literal(run));
                }
            }
        }
        return GlobNeedles.better(best, literal(run));
    }

    /** Takes a character that stands for itself; -1 where none is. */
    private int plain() throws Unknown {
        char c = pattern.charAt(at);
        if (c == '\\') {
            if (at + 1 == pattern.length()) {
                throw new Unknown();
            }
            char escaped = pattern.charAt(at + 1);
            if (Character.isLetterOrDigit(escaped) || escaped >= 128) {
                return -1;
            }
            at += 2;
            return escaped;
        }
        if (".[(^$".indexOf(c) >= 0) {
            return -1;
        }
        if ("*+?{".indexOf(c) >= 0) {
            throw new Unknown();
        }
        at++;
        return c;
    }

    /** Takes a class, a group, a mark or an escape; the texts of a group. */
    private List<String> atom() throws Unknown {
        char c = pattern.charAt(at++);
        if (c == '(') {
            if (pattern.startsWith("?", at)) {
                if (!pattern.startsWith("?:", at)) {
                    throw new Unknown();
                }
                at += 2;
            }
            List<String> inside = alternatives();
            expect(')');
            return inside;
        }
        if (c == '[') {
            characters();
        } else if (c == '\\') {
            // Only what is known to take one character, or none.
            if ("sSdDwWbB".indexOf(pattern.charAt(at++)) < 0) {
                throw new Unknown();
            }
        }
        return List.of();
    }

    private void characters() throws Unknown {
        at += pattern.startsWith("^", at) ? 1 : 0;
        at += pattern.startsWith("]", at) ? 1 : 0;
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            if (pattern.startsWith("[:", at)) {
                throw new Unknown();
            }
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        expect(']');
    }

    private void expect(char c) throws Unknown {
        if (at >= pattern.length() || pattern.charAt(at) != c) {
            throw new Unknown();
        }
        at++;
    }

    /** Whether what was taken last may be left out. */
    private boolean isOptional() {
        return at < pattern.length() && "*?{".indexOf(pattern.charAt(at)) >= 0;
    }

    /** Takes how often it may stand. */
    private boolean repeated() throws Unknown {
        int start = at;
        while (at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0) {
            if (pattern.charAt(at) == '{') {
                at = pattern.indexOf('}', at);
                if (at < 0) {
                    throw new Unknown();
                }
            }
            at++;
        }
        return at > start;
    }

    private static List<String> literal(StringBuilder run) {
        String text = run.toString().toLowerCase(Locale.ROOT);
        run.setLength(0);
        return text.length() < LEAST ? List.of() : List.of(text);
    }
}
