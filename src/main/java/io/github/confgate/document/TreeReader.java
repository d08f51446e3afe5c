package io.github.confgate.document;

import io.github.confgate.source.Region;
import io.github.confgate.source.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a map of a file that confgate is configured by. Whatever is wrong is a {@link UsageException} that begins with
 * file, line and column.
 */
public final class TreeReader {

    private final String file;
    private final Node.Mapping map;

    private TreeReader(String file, Node.Mapping map) {
        this.file = file;
        this.map = map;
    }

    /** The whole file, which must be one map. */
    public static TreeReader of(Document document) {
        Node root = document.parts().get(0).root();
        if (document.parts().size() > 1) {
            throw problem(document.path(), document.parts().get(1).root().region(), "one document is enough");
        }
        if (root instanceof Node.Mapping map) {
            return new TreeReader(document.path(), map);
        }
        throw problem(document.path(), root.region(), "a map of keys is wanted here");
    }

    /** The whole file, which must be a list of maps. */
    public static List<TreeReader> list(Document document) {
        Node root = document.parts().get(0).root();
        if (root instanceof Node.Sequence list && document.parts().size() == 1) {
            List<TreeReader> maps = new ArrayList<>();
            for (Node item : list.items()) {
                if (!(item instanceof Node.Mapping map)) {
                    throw problem(document.path(), item.region(), "a map of keys is wanted here");
                }
                maps.add(new TreeReader(document.path(), map));
            }
            return maps;
        }
        throw problem(document.path(), root.region(), "a list of maps is wanted here");
    }

    /** Refuses every key but these. */
    public TreeReader only(String... keys) {
        List<String> known = Arrays.asList(keys);
        for (Node.Entry entry : map.entries()) {
            if (!known.contains(entry.key())) {
                throw problem(
                        file,
                        entry.keyRegion(),
                        "unknown key `" + entry.key() + "`" + Suggestion.didYouMean(entry.key(), known));
            }
        }
        return this;
    }

    public List<String> keys() {
        return map.entries().stream().map(Node.Entry::key).toList();
    }

    public boolean has(String key) {
        return map.get(key) != null;
    }

    /** The text of a scalar; empty when the key is missing or blank. */
    public Optional<String> text(String key) {
        Node node = map.get(key);
        if (node == null || (node instanceof Node.Scalar scalar && scalar.type() == ScalarType.NULL)) {
            return Optional.empty();
        }
        return Optional.of(scalar(node, key));
    }

    public String required(String key) {
        return text(key)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> problem(file, map.region(), "`" + key + "` is missing"));
    }

    /** A list of texts, or a single text; empty when the key is missing. */
    public List<String> texts(String key) {
        Node node = map.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof Node.Sequence list) {
            List<String> texts = new ArrayList<>();
            list.items().forEach(item -> texts.add(scalar(item, key)));
            return texts;
        }
        return List.of(scalar(node, key));
    }

    public boolean flag(String key, boolean otherwise) {
        return text(key)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw at(key, "`" + key + "` is true or false, not `" + text + "`");
                })
                .orElse(otherwise);
    }

    /** One of a few words. */
    public <T> Optional<T> oneOf(String key, Function<String, Optional<T>> read, Collection<String> allowed) {
        return text(key).map(text -> read.apply(text)
                .orElseThrow(() -> at(
                        key,
                        "`" + key + "` is one of " + String.join(", ", allowed) + ", not `" + text + "`"
                                + Suggestion.didYouMean(text, allowed))));
    }

    /** A value that has a form of its own; {@code read} throws {@link IllegalArgumentException} with what is wrong. */
    public <T> Optional<T> parsed(String key, Function<String, T> read) {
        return text(key).map(text -> {
            try {
                return read.apply(text);
            } catch (IllegalArgumentException e) {
                throw at(key, "`" + key + "`: " + e.getMessage());
            }
        });
    }

    public Optional<TreeReader> map(String key) {
        Node node = map.get(key);
        return node == null || (node instanceof Node.Scalar scalar && scalar.type() == ScalarType.NULL)
                ? Optional.empty()
                : Optional.of(asMap(node, key));
    }

    /** A list of maps; empty when the key is missing. */
    public List<TreeReader> maps(String key) {
        Node node = map.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof Node.Sequence list) {
            List<TreeReader> maps = new ArrayList<>();
            list.items().forEach(item -> maps.add(asMap(item, key)));
            return maps;
        }
        throw problem(file, node.region(), "`" + key + "` is a list of maps");
    }

    /** The node under a key, for what has a grammar of its own. */
    public Optional<Node> node(String key) {
        return Optional.ofNullable(map.get(key));
    }

    /** What to throw when the value of a key is wrong. */
    public UsageException at(String key, String message) {
        Node node = map.get(key);
        return problem(file, node == null ? map.region() : node.region(), message);
    }

    /** What to throw when the map as a whole is wrong. */
    public UsageException here(String message) {
        return problem(file, map.region(), message);
    }

    public Region region() {
        return map.region();
    }

    private TreeReader asMap(Node node, String key) {
        if (node instanceof Node.Mapping inner) {
            return new TreeReader(file, inner);
        }
        throw problem(file, node.region(), "`" + key + "` is a map");
    }

    private String scalar(Node node, String key) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        throw problem(file, node.region(), "`" + key + "` is a plain value");
    }

    private static UsageException problem(String file, Region region, String message) {
        return new UsageException(file + ":" + region.line() + ":" + region.column() + ": " + message);
    }
}
