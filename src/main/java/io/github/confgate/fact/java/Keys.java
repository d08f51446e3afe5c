package io.github.confgate.fact.java;

import io.github.confgate.document.Suggestion;
import io.github.confgate.fact.RelaxedKey;
import java.util.ArrayList;
import java.util.List;

/** Names of keys as code spells them. */
final class Keys {

    /** Stands for a piece of a name that only running code knows. */
    static final char UNKNOWN = '\uFFFF';

    private Keys() {}

    /** One text for all spellings of a name. */
    static String fold(String name) {
        return RelaxedKey.uniform(name);
    }

    /** Whether one folded name is probably meant to be the other: {@code minsize} is no {@code maxsize}. */
    static boolean isTypo(String a, String b) {
        int distance = Suggestion.distance(a, b);
        int length = Math.min(a.length(), b.length());
        boolean numbered = a.replaceAll("[0-9]", "").equals(b.replaceAll("[0-9]", ""));
        return !numbered
                && ((distance == 1 && length >= 4)
                        || (distance == 2 && length >= 8 && a.startsWith(b.substring(0, 3))));
    }

    /** The folded names of a dotted key; places in lists are left out, an unknown piece makes its name {@code *}. */
    static List<String> names(String key) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        boolean bracket = false;
        for (int i = 0; i <= key.length(); i++) {
            char c = i < key.length() ? key.charAt(i) : '.';
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '[' && !quoted) {
                bracket = true;
            } else if (c == ']' && bracket) {
                bracket = false;
            } else if (c == '.' && (!quoted && !bracket || i == key.length())) {
                if (name.length() > 0) {
                    names.add(name.indexOf(String.valueOf(UNKNOWN)) >= 0 ? "*" : fold(name.toString()));
                }
                name.setLength(0);
            } else if (!bracket) {
                name.append(c);
            }
        }
        return names;
    }
}
