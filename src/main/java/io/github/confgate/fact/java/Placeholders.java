package io.github.confgate.fact.java;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The placeholders of a text: {@code ${key}}, {@code ${key:fallback}}, and those within a fallback. */
final class Placeholders {

    private static final int DEEPEST = 10;

    private Placeholders() {}

    /** @param fallback null where none is given; one with placeholders of its own is not known before it runs */
    record Placeholder(String key, @Nullable String fallback) {}

    static List<Placeholder> of(String text) {
        List<Placeholder> found = new ArrayList<>();
        find(text, found, 0);
        return found;
    }

    private static void find(String text, List<Placeholder> found, int level) {
        int from = text.indexOf("${");
        while (from >= 0 && level < DEEPEST) {
            int end = end(text, from + 2);
            if (end < 0) {
                return;
            }
            String inside = text.substring(from + 2, end);
            int nested = inside.indexOf("${");
            int colon = inside.indexOf(':');
            if (nested >= 0 && (colon < 0 || nested < colon)) {
                find(inside, found, level + 1);
            } else {
                String fallback = colon < 0 ? null : inside.substring(colon + 1);
                found.add(new Placeholder((colon < 0 ? inside : inside.substring(0, colon)).strip(), fallback));
                if (fallback != null) {
                    find(fallback, found, level + 1);
                }
            }
            from = text.indexOf("${", end);
        }
    }

    private static int end(String text, int from) {
        int open = 1;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '{') {
                open++;
            } else if (text.charAt(i) == '}' && --open == 0) {
                return i;
            }
        }
        return -1;
    }
}
