package io.github.confgate.document.format;

import io.github.confgate.document.ScalarType;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Types and texts of scalars, by the core types of YAML 1.1 as SnakeYAML resolves them; timestamps are strings. */
final class YamlScalars {

    private static final Resolver RESOLVER = new Resolver();

    private YamlScalars() {}

    static ScalarType type(ScalarEvent event) {
        String tag = event.getTag();
        if (tag == null) {
            return event.isPlain() ? plain(event.getValue()) : ScalarType.STRING;
        }
        return tag.startsWith(Tag.PREFIX) ? type(tag) : ScalarType.STRING;
    }

    /** The value, behind its tag when that makes another value of the text: {@code !Ref Name}, {@code !!binary SGk=}. */
    static String text(ScalarEvent event) {
        String tag = event.getTag();
        if (tag == null || (!isForeign(tag) && !tag.equals(Tag.BINARY.getValue()))) {
            return event.getValue();
        }
        return event.getValue().isEmpty() ? shown(tag) : shown(tag) + " " + event.getValue();
    }

    /** Whether a tag is one that YAML 1.1 does not define. */
    static boolean isForeign(@Nullable String tag) {
        return tag != null && !tag.equals("!") && !(tag.startsWith(Tag.PREFIX) && isCore(tag));
    }

    static boolean isMergeKey(ScalarEvent event) {
        return event.isPlain()
                && event.getValue().equals("<<")
                && (event.getTag() == null || event.getTag().equals(Tag.MERGE.getValue()));
    }

    static ScalarType plain(String text) {
        // Only these can begin anything but a string; the resolver would try its expressions on each text.
        if (!text.isEmpty() && "-+.0123456789yYnNtTfFoO~ ".indexOf(text.charAt(0)) < 0) {
            return ScalarType.STRING;
        }
        return type(RESOLVER.resolve(NodeId.scalar, text, true).getValue());
    }

    private static ScalarType type(String tag) {
        return switch (tag.substring(Math.min(Tag.PREFIX.length(), tag.length()))) {
            case "int" -> ScalarType.INTEGER;
            case "float" -> ScalarType.DECIMAL;
            case "bool" -> ScalarType.BOOLEAN;
            case "null" -> ScalarType.NULL;
            default -> ScalarType.STRING;
        };
    }

    private static boolean isCore(String tag) {
        return switch (tag.substring(Tag.PREFIX.length())) {
            case "int", "float", "bool", "null", "str", "binary", "timestamp", "seq", "map", "set", "omap", "pairs" ->
                true;
            default -> false;
        };
    }

    private static String shown(String tag) {
        if (tag.startsWith(Tag.PREFIX)) {
            return "!!" + tag.substring(Tag.PREFIX.length());
        }
        return tag.startsWith("!") ? tag : "!<" + tag + ">";
    }
}
