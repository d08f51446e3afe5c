package io.github.confgate.inspection;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of other values that a text refers to: {@code ${auth.url}}, {@code ${?AUTH_URL}}, {@code .Values.auth.url}. */
final class Mentions {

    private static final List<String> STARTS = List.of("${", ".Values.");

    private Mentions() {}

    static Set<String> of(String text) {
        Set<String> found = new HashSet<>();
        for (String start : STARTS) {
            int at = text.indexOf(start);
            while (at >= 0) {
                int from = at + start.length();
                from += from < text.length() && text.charAt(from) == '?' ? 1 : 0;
                int end = from;
                while (end < text.length() && isOfName(text.charAt(end))) {
                    end++;
                }
                if (end > from) {
                    found.add(text.substring(from, end));
                }
                at = text.indexOf(start, from);
            }
        }
        return found;
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }
}
