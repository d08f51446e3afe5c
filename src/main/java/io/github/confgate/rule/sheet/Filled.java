package io.github.confgate.rule.sheet;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values with their placeholders filled in by the keys of their own document, else by what stands in for them:
 * {@code ${auth.base}/login} and {@code ${AUTH_URL:https://auth.example.com}}. What neither fills stays as it is.
 */
final class Filled {

    private static final int DEEPEST = 5;
    private static final int LONGEST = 4_000;

    private record Whose(String path, KeyPath.Segment part, boolean now) {}

    private Filled() {}

    /** @param now by the document as it is now, else as it was */
    static String in(String text, Facts facts, boolean now) {
        if (!text.contains("${")) {
            return text;
        }
        Whose whose = new Whose(facts.change().path(), facts.change().part().id(), now);
        return fill(text, facts.around().once(whose, () -> values(facts, now)), 0);
    }

    /** The placeholders without what stands in for them. */
    static String withoutDefaults(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", at)) {
            int close = closing(text, open);
            String inside = text.substring(open + 2, close);
            int colon = inside.indexOf(':');
            out.append(text, at, open + 2).append(colon < 0 ? inside : inside.substring(0, colon));
            at = close;
        }
        return out.append(text.substring(at)).toString();
    }

    private static Map<String, String> values(Facts facts, boolean now) {
        List<Leaf> leaves = now
                ? facts.around().leavesAfter(facts.change())
                : facts.around().leavesBefore(facts.change());
        Map<String, String> values = new HashMap<>();
        for (Leaf leaf : leaves) {
            List<KeyPath.Segment> segments = leaf.key().segments();
            boolean part = segments.size() > 1 && !(segments.get(0) instanceof KeyPath.Name);
            values.put(new KeyPath(part ? segments.subList(1, segments.size()) : segments).toString(), leaf.text());
        }
        return values;
    }

    private static String fill(String text, Map<String, String> values, int depth) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", at)) {
            int close = closing(text, open);
            int end = Math.min(text.length(), close + 1);
            String inside = text.substring(open + 2, close);
            int colon = inside.indexOf(':');
            String value = values.get(colon < 0 ? inside : inside.substring(0, colon));
            if (value == null && colon >= 0) {
                value = inside.substring(inside.startsWith("-", colon + 1) ? colon + 2 : colon + 1);
            }
            out.append(text, at, open);
            boolean fits = value != null && depth < DEEPEST && out.length() + value.length() < LONGEST;
            out.append(fits && value != null ? fill(value, values, depth + 1) : text.substring(open, end));
            at = end;
        }
        return out.append(text.substring(at)).toString();
    }

    /** Where the bracket that opens here closes; the end where it does not. */
    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0 && c == '}') {
                return i;
            }
        }
        return text.length();
    }
}
