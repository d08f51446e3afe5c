package io.github.confgate.inspection;

import io.github.confgate.document.KeyPath;
import io.github.confgate.rule.KeyGlob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A pattern that a policy may have for a key.
 *
 * @param text as the policy has it
 * @param folded the same for every spelling of the names
 * @param wide whether the names before do not matter
 */
record KeyPattern(String text, String folded, boolean wide) {

    private static final String ANY = "**.";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_$@:/. -]+");
    private static final int LONGEST = 300;

    /** From the widest to the key itself; none where names hold what means something in patterns. */
    static List<KeyPattern> of(KeyPath key) {
        List<KeyPath.Segment> segments = withoutPart(key.segments());
        StringBuilder text = new StringBuilder();
        List<KeyPattern> patterns = new ArrayList<>();
        for (int i = segments.size() - 1; i >= 0; i--) {
            String segment = text(segments.get(i));
            if (segment.isEmpty() || text.length() > LONGEST) {
                return List.of();
            }
            boolean joined = text.length() > 0 && text.charAt(0) != '[';
            text.insert(0, segment + (joined ? "." : ""));
            if (segments.get(i) instanceof KeyPath.Name) {
                patterns.add(pattern(ANY + text, true));
            }
            if (i == 0) {
                patterns.add(pattern(text.toString(), false));
            }
        }
        return patterns.stream()
                .filter(pattern -> KeyGlob.parse(pattern.text()).matches(key))
                .toList();
    }

    private static KeyPattern pattern(String text, boolean wide) {
        return new KeyPattern(text, text.toLowerCase(Locale.ROOT).replaceAll("[-_]", ""), wide);
    }

    private static List<KeyPath.Segment> withoutPart(List<KeyPath.Segment> segments) {
        boolean part = segments.size() > 1 && !(segments.get(0) instanceof KeyPath.Name);
        return part ? segments.subList(1, segments.size()) : segments;
    }

    private static String text(KeyPath.Segment segment) {
        if (segment instanceof KeyPath.Name name) {
            return PLAIN.matcher(name.name()).matches() ? name.name() : "";
        }
        if (segment instanceof KeyPath.Selector selector && selector.fields().size() == 1) {
            KeyPath.Field field = selector.fields().get(0);
            boolean plain = PLAIN.matcher(field.name()).matches()
                    && PLAIN.matcher(field.value()).matches();
            return plain ? "[" + field.name() + "=" + field.value() + "]" : "";
        }
        return "";
    }
}
