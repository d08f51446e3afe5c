package io.github.confgate.rule.check;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The maps and lists of a file that define names, and the keys that refer to these. */
final class Definitions {

    /** Keys, or lists whose items' {@code name} refers, and the maps or lists that define what they refer to. */
    private static final Map<String, List<String>> COLLECTIONS = Map.ofEntries(
            Map.entry("receiver", List.of("receivers")),
            Map.entry("receivers", List.of("receivers")),
            Map.entry("processors", List.of("processors")),
            Map.entry("exporters", List.of("exporters")),
            Map.entry("volumemounts", List.of("volumes", "volumeClaimTemplates")),
            Map.entry("cluster", List.of("clusters")),
            Map.entry("backend", List.of("backends", "backend")),
            Map.entry("usebackend", List.of("backends", "backend")),
            Map.entry("defaultbackend", List.of("backends", "backend")),
            Map.entry("upstream", List.of("upstreams")),
            Map.entry("appenderref", List.of("appenders", "appender")),
            Map.entry("dependson", List.of("services")),
            Map.entry("networks", List.of("networks")),
            Map.entry("secrets", List.of("secrets")),
            Map.entry("configs", List.of("configs")),
            Map.entry("proxypass", List.of("upstream")),
            Map.entry("grpcpass", List.of("upstream")),
            Map.entry("fastcgipass", List.of("upstream")),
            Map.entry("uwsgipass", List.of("upstream")),
            Map.entry("datasource", List.of("datasources")),
            Map.entry("middlewares", List.of("middlewares")),
            Map.entry("service", List.of("services")),
            Map.entry("subset", List.of("subsets")),
            Map.entry("queue", List.of("queues")),
            Map.entry("topic", List.of("topics")),
            Map.entry("exchange", List.of("exchanges")),
            Map.entry("pool", List.of("pools")),
            Map.entry("policy", List.of("policies")),
            Map.entry("role", List.of("roles")),
            Map.entry("provider", List.of("providers")),
            Map.entry("listener", List.of("listeners")),
            Map.entry("entrypoints", List.of("entryPoints")),
            Map.entry("channel", List.of("channels")),
            Map.entry("template", List.of("templates")),
            Map.entry("property", List.of("bean", "beans")),
            Map.entry("constructorarg", List.of("bean", "beans")),
            Map.entry("profile", List.of("profiles")));

    /** Of these one item of a collection refers to another one. */
    private static final Set<String> SAME = Set.of("dependson", "property", "constructorarg");

    private Definitions() {}

    /** The words of keys that refer to what a map or list of this name defines. */
    static Set<String> referringTo(String list) {
        String collection = Siblings.folded(list);
        Set<String> words = new HashSet<>();
        COLLECTIONS.forEach((word, lists) -> {
            if (lists.stream().anyMatch(each -> Siblings.folded(each).equals(collection))) {
                words.add(word);
            }
        });
        return words;
    }

    /** The word by which a key refers. */
    static Optional<String> referring(KeyPath key) {
        List<KeyPath.Segment> segments = key.segments();
        String last = Siblings.folded(key.lastName());
        if (last.equals("name") || last.equals("ref")) {
            last = segments.size() > 1 ? Siblings.folded(key.parent().lastName()) : "";
        }
        if (last.endsWith("name") && last.length() > 4) {
            last = last.substring(0, last.length() - 4);
        }
        return COLLECTIONS.containsKey(last) ? Optional.of(last) : Optional.empty();
    }

    /** The name that a reference holds: of an address, such as nginx passes requests to, the host. */
    static String named(String word, String text) {
        if (!word.endsWith("pass")) {
            return text;
        }
        int start = text.indexOf("://") + 3;
        String address = start < 3 ? text : text.substring(start);
        int end = address.indexOf('/');
        return end < 0 ? address : address.substring(0, end);
    }

    /** The nearest definitions: those that stand beside the reference or beside something above it. */
    static List<Node> collections(Part part, KeyPath key, String word) {
        List<String> wanted = COLLECTIONS.getOrDefault(word, List.of());
        for (KeyPath at = key.parent(); ; at = at.parent()) {
            if (Lookup.node(part, at).orElse(null) instanceof Node.Mapping map) {
                KeyPath here = at;
                List<Node> found = map.entries().stream()
                        .filter(entry -> wanted.stream()
                                .anyMatch(list -> Siblings.folded(list).equals(Siblings.folded(entry.key()))))
                        .filter(entry -> SAME.contains(word) || !key.startsWith(here.name(entry.key())))
                        .map(Node.Entry::value)
                        .filter(node ->
                                !(node instanceof Node.Scalar) && !names(node).isEmpty())
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
            if (at.isRoot()) {
                return List.of();
            }
        }
    }

    static Set<String> names(Node collection) {
        Set<String> names = new HashSet<>();
        if (collection instanceof Node.Mapping map) {
            map.entries().forEach(entry -> names.add(entry.key()));
        } else if (collection instanceof Node.Sequence list) {
            for (Node item : list.items()) {
                Nodes.text(item, "name")
                        .or(() -> item instanceof Node.Mapping map && map.get("metadata") != null
                                ? Optional.ofNullable(map.get("metadata")).flatMap(node -> Nodes.text(node, "name"))
                                : Optional.empty())
                        .or(() -> Nodes.text(item, "id"))
                        .ifPresent(names::add);
            }
        }
        return names;
    }
}
