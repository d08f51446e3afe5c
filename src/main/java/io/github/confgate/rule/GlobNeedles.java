package io.github.confgate.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds texts of which every key that a glob matches holds at least one. Most globs are told from most keys by these
 * alone, at a fraction of the cost.
 */
final class GlobNeedles {

    private final String pattern;
    private int at;

    private GlobNeedles(String pattern) {
        this.pattern = pattern;
    }

    /** The texts, folded as keys are; none when a match may hold anything. The pattern must compile. */
    static List<String> of(String pattern) {
        return new GlobNeedles(pattern).sequence();
    }

    private List<String> sequence() {
        List<String> best = List.of();
        StringBuilder run = new StringBuilder();
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '}' || c == ',') {
                break;
            }
            at++;
            if (c == '{') {
                best = better(best, literal(run));
                best = better(best, alternatives());
            } else if (c == '*' || c == '.' || c == '_') {
                // The underscore of a name in capitals may be a dot.
                best = better(best, literal(run));
            } else if (c == '[') {
                best = better(best, literal(run));
                at = pattern.indexOf(']', at) + 1;
            } else if (c != '-' && c != '"') {
                run.append(KeyFolder.fold(c));
            }
        }
        return better(best, literal(run));
    }

    /** Any of the alternatives may be the one that matches, so each has to give a text. */
    private List<String> alternatives() {
        List<String> all = new ArrayList<>();
        boolean each = true;
        char end;
        do {
            List<String> one = sequence();
            each &= !one.isEmpty();
            all.addAll(one);
            end = pattern.charAt(at++);
        } while (end == ',');
        return each ? all : List.of();
    }

    private static List<String> literal(StringBuilder run) {
        List<String> literal = run.length() == 0 ? List.of() : List.of(run.toString());
        run.setLength(0);
        return literal;
    }

    /** Of two, that whose shortest text is longer: it is found in fewer keys. */
    static List<String> better(List<String> one, List<String> other) {
        return shortest(other) > shortest(one) ? other : one;
    }

    private static int shortest(List<String> texts) {
        int shortest = texts.isEmpty() ? 0 : Integer.MAX_VALUE;
        for (String text : texts) {
            shortest = Math.min(shortest, text.length());
        }
        return shortest;
    }
}
