package io.github.confgate.document;

import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * A key such as {@code servers[0].host} taken apart at its dots and brackets. What stands in brackets and is no number
 * stays one step, brackets and all, as Spring writes keys of a map ({@code map[/a.path]}). A key with an empty step
 * ({@code a..b}, {@code .a}) or an open bracket is one step as a whole.
 */
final class DottedKey {

    /** A step, and the stretch of the key that it is. */
    record Step(KeyPath.Segment segment, int from, int to) {}

    private DottedKey() {}

    static boolean isOne(String key) {
        return key.indexOf('.') < 0 && key.indexOf('[') < 0;
    }

    static List<Step> steps(String key) {
        List<Step> steps = new ArrayList<>();
        int i = 0;
        while (i < key.length()) {
            int end = key.charAt(i) == '[' ? key.indexOf(']', i) + 1 : nameEnd(key, i);
            if (end <= i) {
                return whole(key);
            }
            steps.add(new Step(segment(key.substring(i, end)), i, end));
            i = end;
            if (i < key.length() && key.charAt(i) == '.') {
                i++;
                if (i == key.length()) {
                    return whole(key);
                }
            } else if (i < key.length() && key.charAt(i) != '[') {
                return whole(key);
            }
        }
        return steps.isEmpty() ? whole(key) : steps;
    }

    /** The region of a step, when the key stands in the text as it is; else that of the whole key. */
    static Region region(Step step, String key, Region whole) {
        boolean asWritten = whole.line() == whole.endLine()
                && whole.endColumn() - whole.column() == key.codePointCount(0, key.length());
        if (!asWritten) {
            return whole;
        }
        int column = whole.column() + key.codePointCount(0, step.from());
        return new Region(whole.line(), column, whole.line(), column + key.codePointCount(step.from(), step.to()));
    }

    private static List<Step> whole(String key) {
        return List.of(new Step(new KeyPath.Name(key), 0, key.length()));
    }

    private static int nameEnd(String key, int from) {
        int i = from;
        while (i < key.length() && key.charAt(i) != '.' && key.charAt(i) != '[') {
            i++;
        }
        return i;
    }

    private static KeyPath.Segment segment(String text) {
        boolean number = text.length() > 2 && text.length() < 9 && text.charAt(0) == '[';
        for (int i = 1; number && i < text.length() - 1; i++) {
            number = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        // `[01]` would print as `[1]`
        number = number && (text.charAt(1) != '0' || text.length() == 3);
        return number
                ? new KeyPath.Index(Integer.parseInt(text.substring(1, text.length() - 1)))
                : new KeyPath.Name(text);
    }
}
