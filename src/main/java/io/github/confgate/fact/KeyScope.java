package io.github.confgate.fact;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.KeyPathParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a file that belong to an environment: {@code prod.**}, {@code environments[name=prod].**},
 * {@code services.*.prod.**}, {@code PROD_*}. A pattern without a wildcard is a key and all below it. The same key of
 * another environment is that environment's pattern with what the wildcards stand for put in.
 *
 * <p>Names are compared without case, dashes and underscores; selectors by the fields that the pattern has.
 */
public final class KeyScope {

    private static final String ANY = "**";
    private static final KeyPath.Selector ANY_ITEM = KeyPath.Selector.of("*", "*");

    private final String source;
    private final List<KeyPath.Segment> pattern;

    private KeyScope(String source, List<KeyPath.Segment> pattern) {
        this.source = source;
        this.pattern = List.copyOf(pattern);
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong with the pattern */
    public static KeyScope parse(String glob) {
        List<KeyPath.Segment> pattern = new ArrayList<>(
                KeyPathParser.parse(glob.replace("[*]", "[\"*\"=\"*\"]")).segments());
        if (pattern.stream().allMatch(segment -> segment.equals(new KeyPath.Name(ANY)))) {
            throw new IllegalArgumentException("it names no sub-tree: write something like prod.**");
        }
        if (pattern.stream().noneMatch(KeyScope::isWildcard)) {
            pattern.add(new KeyPath.Name(ANY));
        }
        return new KeyScope(glob, pattern);
    }

    private static boolean isWildcard(KeyPath.Segment segment) {
        return segment.equals(ANY_ITEM)
                || (segment instanceof KeyPath.Name name && name.name().indexOf('*') >= 0);
    }

    public boolean matches(KeyPath key) {
        return captures(key) != null;
    }

    /** The key of another environment that is the counterpart of a key of this one; empty where none can be told. */
    Optional<KeyPath> exchange(KeyPath key, KeyScope other) {
        List<List<KeyPath.Segment>> captures = captures(key);
        if (captures == null) {
            return Optional.empty();
        }
        List<KeyPath.Segment> filled = other.kinds().equals(kinds()) ? other.filled(captures) : null;
        if (filled == null && root() <= key.segments().size()) {
            filled = new ArrayList<>(other.pattern.subList(0, other.root()));
            filled.addAll(key.segments().subList(root(), key.segments().size()));
        }
        return Optional.ofNullable(filled).map(KeyPath::new);
    }

    /** How many segments stand before the first wildcard. */
    private int root() {
        int root = 0;
        while (root < pattern.size() && !isWildcard(pattern.get(root))) {
            root++;
        }
        return root;
    }

    /** The wildcards in their order; selectors count, as they may leave out fields. */
    private List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        for (KeyPath.Segment segment : pattern) {
            if (segment instanceof KeyPath.Name name && isWildcard(segment)) {
                kinds.add(name.name().equals(ANY) ? ANY : "*");
            } else if (segment instanceof KeyPath.Selector) {
                kinds.add(segment.equals(ANY_ITEM) ? "[*]" : "[]");
            }
        }
        return kinds;
    }

    private List<KeyPath.Segment> filled(List<List<KeyPath.Segment>> captures) {
        List<KeyPath.Segment> filled = new ArrayList<>();
        int next = 0;
        for (KeyPath.Segment segment : pattern) {
            if (segment instanceof KeyPath.Name name && isWildcard(segment)) {
                List<KeyPath.Segment> captured = captures.get(next++);
                if (name.name().equals(ANY)) {
                    filled.addAll(captured);
                } else {
                    filled.add(new KeyPath.Name(name.name().replace("*", text(captured))));
                }
            } else if (segment instanceof KeyPath.Selector selector) {
                KeyPath.Segment captured = captures.get(next++).get(0);
                filled.add(segment.equals(ANY_ITEM) ? captured : completed(selector, captured));
            } else {
                filled.add(segment);
            }
        }
        return filled;
    }

    private static String text(List<KeyPath.Segment> captured) {
        return captured.get(0) instanceof KeyPath.Name name ? name.name() : "";
    }

    /** The pattern's fields, and what else identified the item. */
    private static KeyPath.Selector completed(KeyPath.Selector pattern, KeyPath.Segment captured) {
        List<KeyPath.Field> fields = new ArrayList<>();
        for (KeyPath.Field field :
                captured instanceof KeyPath.Selector selector ? selector.fields() : pattern.fields()) {
            fields.add(pattern.fields().stream()
                    .filter(own -> own.name().equals(field.name()))
                    .findFirst()
                    .orElse(field));
        }
        return new KeyPath.Selector(fields);
    }

    /** What each wildcard stands for in a key; null when the key is none of these. Goes back to the last {@code **} only. */
    private @Nullable List<List<KeyPath.Segment>> captures(KeyPath key) {
        List<KeyPath.Segment> segments = key.segments();
        List<List<KeyPath.Segment>> captures = new ArrayList<>();
        int p = 0;
        int s = 0;
        int starAt = -1;
        int starFrom = 0;
        int starCaptures = 0;
        while (s < segments.size() || p < pattern.size()) {
            KeyPath.Segment wanted = p < pattern.size() ? pattern.get(p) : null;
            if (wanted != null && wanted.equals(new KeyPath.Name(ANY))) {
                starAt = p++;
                starFrom = s;
                captures.add(List.of());
                starCaptures = captures.size();
            } else if (wanted != null && s < segments.size() && matches(wanted, segments.get(s), captures)) {
                p++;
                s++;
            } else if (starAt >= 0 && s < segments.size()) {
                List<KeyPath.Segment> longer = new ArrayList<>(captures.get(starCaptures - 1));
                longer.add(segments.get(starFrom++));
                captures.subList(starCaptures - 1, captures.size()).clear();
                captures.add(longer);
                p = starAt + 1;
                s = starFrom;
            } else {
                return null;
            }
        }
        return captures;
    }

    private static boolean matches(
            KeyPath.Segment wanted, KeyPath.Segment segment, List<List<KeyPath.Segment>> captures) {
        if (wanted instanceof KeyPath.Name glob) {
            return segment instanceof KeyPath.Name name && matches(glob.name(), name.name(), captures);
        }
        if (wanted instanceof KeyPath.Selector selector) {
            boolean fits = wanted.equals(ANY_ITEM)
                    ? !(segment instanceof KeyPath.Name)
                    : segment instanceof KeyPath.Selector item && item.fields().containsAll(selector.fields());
            return fits && captures.add(List.of(segment));
        }
        return wanted.equals(segment);
    }

    /** One {@code *} in a name stands for any text, none too. */
    private static boolean matches(String glob, String name, List<List<KeyPath.Segment>> captures) {
        int star = glob.indexOf('*');
        if (star < 0) {
            return RelaxedKey.same(glob, name);
        }
        String folded = name.toLowerCase(Locale.ROOT);
        String head = glob.substring(0, star).toLowerCase(Locale.ROOT);
        String tail = glob.substring(star + 1).toLowerCase(Locale.ROOT);
        boolean fits = name.length() >= head.length() + tail.length()
                && folded.length() == name.length()
                && folded.startsWith(head)
                && folded.endsWith(tail);
        return fits
                && captures.add(
                        List.of(new KeyPath.Name(name.substring(head.length(), name.length() - tail.length()))));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyScope scope && scope.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
