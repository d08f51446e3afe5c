package io.github.confgate.document;

import java.util.ArrayList;
import java.util.List;

/**
 * The path of a node in its document. Prints as {@code spec.containers[name=web].env[0]}; a name with a dot, bracket,
 * quote or white space prints as a JSON string; {@link KeyPathParser} reads it back.
 */
public record KeyPath(List<Segment> segments) {

    public static final KeyPath ROOT = new KeyPath(List.of());

    public KeyPath {
        segments = List.copyOf(segments);
    }

    /** One step of a path. */
    public sealed interface Segment {}

    /** A key of a map. Ordered, so that hash tables find it fast even among names that were chosen to have one hash. */
    public record Name(String name) implements Segment, Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            return name.compareTo(other.name);
        }
    }

    /** A place in a list, 0-based. */
    public record Index(int index) implements Segment {
        @Override
        public String toString() {
            return "[" + index + "]";
        }
    }

    /** An item of a list, or a document of a file, by the fields that identify it: {@code [kind=Deployment,name=web]}. */
    public record Selector(List<Field> fields) implements Segment {
        public Selector {
            fields = List.copyOf(fields);
        }

        public static Selector of(String name, String value) {
            return new Selector(List.of(new Field(name, value)));
        }

        @Override
        public String toString() {
            StringBuilder out = new StringBuilder("[");
            for (Field field : fields) {
                out.append(out.length() > 1 ? "," : "")
                        .append(quoted(field.name()))
                        .append('=');
                out.append(quoted(field.value()));
            }
            return out.append(']').toString();
        }
    }

    /** A field of a selector. */
    public record Field(String name, String value) {}

    public KeyPath then(Segment segment) {
        List<Segment> longer = new ArrayList<>(segments.size() + 1);
        longer.addAll(segments);
        longer.add(segment);
        return new KeyPath(longer);
    }

    public KeyPath name(String name) {
        return then(new Name(name));
    }

    /** The path without its last segment; the root's parent is the root. */
    public KeyPath parent() {
        return segments.isEmpty() ? this : new KeyPath(segments.subList(0, segments.size() - 1));
    }

    /** Whether it is another path, or below it. */
    public boolean startsWith(KeyPath start) {
        int length = start.segments.size();
        return segments.size() >= length && segments.subList(0, length).equals(start.segments);
    }

    public boolean isRoot() {
        return segments.isEmpty();
    }

    /** The last name of the path, or the empty text where there is none. */
    public String lastName() {
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (segments.get(i) instanceof Name name) {
                return name.name();
            }
        }
        return "";
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Segment segment : segments) {
            if (segment instanceof Name name) {
                out.append(out.length() > 0 ? "." : "").append(quoted(name.name()));
            } else {
                out.append(segment);
            }
        }
        return out.toString();
    }

    /** A name as it prints in a path. */
    static String quoted(String name) {
        return isPlain(name) ? name : quote(name);
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || ".[]\"'=,\\".indexOf(c) >= 0 || Character.isWhitespace(c) || Character.isISOControl(c)) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static String quote(String name) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (Character.isISOControl(c) || (Character.isSurrogate(c) && !isPaired(name, i))) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
