package io.github.confgate.document;

import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives the documents of a file ids that stay when others come and go: kind and name of a Kubernetes object (with its
 * namespace where two would be alike), the profile of a Spring document, else the number. What is alike even so gets a
 * field {@code number}, counted from 2.
 */
public final class Parts {

    private Parts() {}

    /** Parts of these documents, at least one. */
    public static List<Part> of(String path, List<Node> roots) {
        if (roots.isEmpty()) {
            return List.of(new Part(new KeyPath.Index(0), new Node.Mapping(List.of(), Region.start(), null)));
        }
        Map<KeyPath.Selector, Integer> objects = new HashMap<>();
        for (Node root : roots) {
            KeyPath.Selector object = object(root, false);
            if (object != null) {
                objects.merge(object, 1, Integer::sum);
            }
        }
        Set<KeyPath.Segment> taken = new HashSet<>();
        Map<KeyPath.Segment, Integer> numbers = new HashMap<>();
        List<Part> parts = new ArrayList<>(roots.size());
        for (Node root : roots) {
            KeyPath.Segment id = id(path, root, parts.size(), objects);
            parts.add(new Part(unique(id, taken, numbers), root));
        }
        return parts;
    }

    /** Whether Spring reads the file: {@code application*} and {@code bootstrap*}, Kubernetes objects excepted. */
    public static boolean isSpring(String path, Node root) {
        return isSpringName(path) && !(root instanceof Node.Mapping map && isObject(map));
    }

    /** Whether the name is one that Spring reads. */
    public static boolean isSpringName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return (name.startsWith("application") || name.startsWith("bootstrap"))
                && (name.endsWith(".yml") || name.endsWith(".yaml") || name.endsWith(".properties"));
    }

    private static KeyPath.Segment id(String path, Node root, int number, Map<KeyPath.Selector, Integer> objects) {
        KeyPath.Selector object = object(root, false);
        if (object != null) {
            KeyPath.Selector full = object(root, true);
            return objects.getOrDefault(object, 1) > 1 && full != null ? full : object;
        }
        if (root instanceof Node.Mapping map && isObject(map) && "Secret".equals(text(map.get("kind")))) {
            // Its name is made where it is created; that its values are secrets must be known even so.
            return KeyPath.Selector.of("kind", "Secret");
        }
        String profile = isSpringName(path) ? profile(root) : null;
        return profile == null ? new KeyPath.Index(number) : KeyPath.Selector.of("profile", profile);
    }

    private static KeyPath.Segment unique(
            KeyPath.Segment id, Set<KeyPath.Segment> taken, Map<KeyPath.Segment, Integer> numbers) {
        KeyPath.Segment unique = id;
        while (!taken.add(unique)) {
            if (!(id instanceof KeyPath.Selector selector)) {
                throw new IllegalStateException("two documents with one number");
            }
            int number = numbers.merge(id, 1, Integer::sum) + 1;
            List<KeyPath.Field> fields = new ArrayList<>(selector.fields());
            fields.add(new KeyPath.Field("number", Integer.toString(number)));
            unique = new KeyPath.Selector(fields);
        }
        return unique;
    }

    private static boolean isObject(Node.Mapping map) {
        return text(map.get("kind")) != null && (map.get("apiVersion") != null || map.get("metadata") != null);
    }

    private static KeyPath.@Nullable Selector object(Node root, boolean withNamespace) {
        if (!(root instanceof Node.Mapping map) || !(map.get("metadata") instanceof Node.Mapping metadata)) {
            return null;
        }
        String kind = text(map.get("kind"));
        String name = text(metadata.get("name"));
        if (kind == null || name == null) {
            return null;
        }
        List<KeyPath.Field> fields = new ArrayList<>(3);
        fields.add(new KeyPath.Field("kind", kind));
        String namespace = text(metadata.get("namespace"));
        if (withNamespace && namespace != null) {
            fields.add(new KeyPath.Field("namespace", namespace));
        }
        fields.add(new KeyPath.Field("name", name));
        return new KeyPath.Selector(fields);
    }

    private static @Nullable String profile(Node root) {
        Node named = at(root, "spring", "config", "activate", "on-profile");
        return profiles(named != null ? named : at(root, "spring", "profiles"));
    }

    private static @Nullable String profiles(@Nullable Node node) {
        if (node instanceof Node.Mapping map) {
            // `spring.profiles` beside `spring.profiles.include`
            return profiles(map.get(""));
        }
        if (!(node instanceof Node.Sequence list)) {
            return text(node);
        }
        List<String> names = new ArrayList<>();
        for (Node item : list.items()) {
            String name = text(item);
            if (name != null) {
                names.add(name);
            }
        }
        return names.isEmpty() ? null : String.join(",", names);
    }

    private static @Nullable Node at(Node root, String... names) {
        Node node = root;
        for (String name : names) {
            node = node instanceof Node.Mapping map ? map.get(name) : null;
        }
        return node;
    }

    private static @Nullable String text(@Nullable Node node) {
        return node instanceof Node.Scalar scalar && !scalar.text().isEmpty() && scalar.type() != ScalarType.NULL
                ? scalar.text()
                : null;
    }
}
