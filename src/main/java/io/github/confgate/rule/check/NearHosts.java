package io.github.confgate.rule.check;

import io.github.confgate.document.SameEnds;
import io.github.confgate.document.Suggestion;
import io.github.confgate.fact.EnvironmentNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Whether one host looks like the other misspelt: they differ in one word of one label, by one letter or two. Numbers,
 * stages and the likes of {@code east} and {@code west} are words that are told apart on purpose.
 */
final class NearHosts {

    private static final int LEAST_WORD = 4;

    private static final int LONGEST_DIFFERENCE = 12;
    private static final int PLAIN_WORD = 6;
    private static final int LONG_WORD = 8;
    private static final Set<String> APART = Set.of(
            "east", "west", "north", "south", "blue", "read", "real", "rest", "main", "mail", "core", "cord", "node",
            "code");

    private NearHosts() {}

    static boolean isComparable(String host) {
        return host.length() >= LEAST_WORD && host.length() <= 64 && host.indexOf('{') < 0 && host.indexOf(',') < 0;
    }

    static boolean isNear(String one, String other) {
        if (!mayBeNear(one, other) || Suggestion.distance(one, other) > 2) {
            return false;
        }
        if (isWithoutDots(one).equals(isWithoutDots(other))) {
            return true;
        }
        List<String> a = words(one);
        List<String> b = words(other);
        int differing = -1;
        for (int i = 0; i < a.size() && a.size() == b.size(); i++) {
            if (!a.get(i).equals(b.get(i))) {
                if (differing >= 0) {
                    return false;
                }
                differing = i;
            }
        }
        return differing >= 0 && isMisspelling(a.get(differing), b.get(differing));
    }

    /**
     * Whether a host is another one with a letter of one word wrong, and the hosts beside them use the word as it was and
     * never as it is now. One letter of a short word is enough then.
     */
    static boolean isSlipFrom(String before, String host, Collection<String> others) {
        if (!mayBeNear(before, host) || Suggestion.distance(before, host) > 1) {
            return false;
        }
        List<String> old = words(before);
        List<String> now = words(host);
        int at = -1;
        for (int i = 0; i < old.size() && old.size() == now.size(); i++) {
            if (!old.get(i).equals(now.get(i))) {
                at = i;
            }
        }
        if (at < 0
                || Math.min(old.get(at).length(), now.get(at).length()) < LEAST_WORD
                || letters(old.get(at)).equals(letters(now.get(at)))
                || isTold(old.get(at))
                || isTold(now.get(at))
                || isPlural(old.get(at), now.get(at))) {
            return false;
        }
        String right = old.get(at);
        String wrong = now.get(at);
        return others.stream().anyMatch(other -> words(other).contains(right))
                && others.stream().noneMatch(other -> words(other).contains(wrong));
    }

    private static boolean isPlural(String one, String other) {
        return one.equals(other + "s") || other.equals(one + "s");
    }

    /** What two hosts do not have in common is short, and no number; tells most pairs apart at a glance. */
    private static boolean mayBeNear(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 2) {
            return false;
        }
        int start = SameEnds.prefix(one, other);
        int end = SameEnds.suffix(one, other, start);
        int differing = Math.max(one.length(), other.length()) - start - end;
        return differing > 0
                && differing <= LONGEST_DIFFERENCE
                && !(isNumber(one, start, end) && isNumber(other, start, end));
    }

    private static boolean isNumber(String host, int start, int end) {
        for (int i = start; i < host.length() - end; i++) {
            if (host.charAt(i) < '0' || host.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Short words are abbreviations more often than misspellings, unless two letters have changed places. */
    private static boolean isMisspelling(String one, String other) {
        int shortest = Math.min(one.length(), other.length());
        if (isTold(one) || isTold(other) || letters(one).equals(letters(other)) || shortest < LEAST_WORD) {
            return false;
        }
        if (isDoubled(one, other) || isDoubled(other, one)) {
            return true;
        }
        int distance = Suggestion.distance(one, other);
        boolean swapped = one.length() == other.length() && sorted(one).equals(sorted(other));
        return distance == 1 ? swapped || shortest >= PLAIN_WORD : distance == 2 && shortest >= LONG_WORD;
    }

    /** Whether the longer one only has a letter twice where the other has it once: {@code hadop}, {@code hadoop}. */
    private static boolean isDoubled(String longer, String other) {
        if (longer.length() != other.length() + 1) {
            return false;
        }
        for (int i = 1; i < longer.length(); i++) {
            if (longer.charAt(i) == longer.charAt(i - 1)
                    && other.startsWith(longer.substring(0, i))
                    && other.endsWith(longer.substring(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static String sorted(String word) {
        char[] letters = word.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }

    private static boolean isTold(String word) {
        return APART.contains(word) || EnvironmentNames.canonical(word).isPresent();
    }

    private static String letters(String word) {
        return word.replaceAll("[0-9]", "");
    }

    /** A dot or a hyphen that is left out or put in. */
    private static String isWithoutDots(String host) {
        return host.replace(".", "").replace("-", "");
    }

    private static List<String> words(String host) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= host.length(); i++) {
            if (i == host.length() || ".-_".indexOf(host.charAt(i)) >= 0) {
                words.add(host.substring(start, i));
                start = i + 1;
            }
        }
        return words;
    }
}
