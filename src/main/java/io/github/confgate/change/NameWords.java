package io.github.confgate.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a name in lower case: {@code dbPassword}, {@code DB_PASSWORD} and {@code db-password} have two. */
public final class NameWords {

    private NameWords() {}

    public static List<String> of(String name) {
        List<String> words = new ArrayList<>(4);
        int start = -1;
        for (int i = 0; i <= name.length(); i++) {
            boolean inside = i < name.length() && Character.isLetterOrDigit(name.charAt(i));
            if (start >= 0 && (!inside || isHump(name, i))) {
                words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
                start = -1;
            }
            if (inside && start < 0) {
                start = i;
            }
        }
        return words;
    }

    private static boolean isHump(String name, int i) {
        if (!Character.isUpperCase(name.charAt(i))) {
            return false;
        }
        return !Character.isUpperCase(name.charAt(i - 1))
                || (i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1)));
    }
}
