package io.github.confgate.rule.check;

import java.util.ArrayList;
import java.util.List;

/**
 * A name in a value that something fills in later, without a value that stands in: {@code ${NAME}} or, of a container,
 * {@code $(NAME)}.
 *
 * @param text as it is written
 */
record Placeholder(String text, String name) {

    /** The placeholders of a value, in order. */
    static List<Placeholder> in(String value) {
        List<Placeholder> found = new ArrayList<>();
        int at = value.indexOf('$');
        while (at >= 0 && at + 2 < value.length()) {
            char open = value.charAt(at + 1);
            int end = at + 2;
            while (end < value.length() && isName(value.charAt(end))) {
                end++;
            }
            boolean closed = end < value.length() && value.charAt(end) == (open == '{' ? '}' : ')');
            String name = value.substring(at + 2, end);
            if (closed && (open == '{' || (open == '(' && isCapitals(name))) && !name.isEmpty()) {
                found.add(new Placeholder(value.substring(at, end + 1), name));
            }
            // A doubled sign stands for itself.
            at = value.indexOf('$', open == '$' ? at + 2 : at + 1);
        }
        return found;
    }

    boolean isOfContainer() {
        return text.startsWith("$(");
    }

    private static boolean isName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "_.-".indexOf(c) >= 0;
    }

    /** Commands of a shell stand in the same brackets, in small letters. */
    private static boolean isCapitals(String name) {
        return !name.isEmpty() && name.chars().noneMatch(c -> c >= 'a' && c <= 'z');
    }
}
