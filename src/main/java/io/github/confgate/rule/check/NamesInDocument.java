package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names that one part of a file defines and another refers to: a receiver, a volume, an upstream. */
final class NamesInDocument {

    /** Keys, or lists whose items' {@code name} refers, and the maps or lists that define what they refer to. */
    private static final Map<String, List<String>> COLLECTIONS = Map.ofEntries(
            Map.entry("receiver", List.of("receivers")),
            Map.entry("receivers", List.of("receivers")),
            Map.entry("processors", List.of("processors")),
            Map.entry("exporters", List.of("exporters")),
            Map.entry("volumemounts", List.of("volumes", "volumeClaimTemplates")),
            Map.entry("cluster", List.of("clusters")),
            Map.entry("backend", List.of("backends")),
            Map.entry("usebackend", List.of("backends")),
            Map.entry("defaultbackend", List.of("backends")),
            Map.entry("upstream", List.of("upstreams")),
            Map.entry("appenderref", List.of("appenders", "appender")),
            Map.entry("dependson", List.of("services")),
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
            Map.entry("profile", List.of("profiles")));

    private NamesInDocument() {}

    static void look(List<Facts> changes, RangeRule.Said said) {
        for (Facts facts : changes) {
            Change change = facts.change();
            Leaf now = change.after().orElse(null);
            Leaf old = change.before().orElse(null);
            if (now != null && old != null && change.kind() == Change.Kind.MODIFIED) {
                reference(facts, old.text(), now, said);
            }
        }
        for (Gone gone : Gone.ofMoved(changes)) {
            definition(gone, said);
        }
    }

    private static void reference(Facts facts, String old, Leaf now, RangeRule.Said said) {
        Optional<String> word = referring(now.key());
        Optional<Part> part = facts.around().partAfter(facts.change());
        if (word.isEmpty()
                || part.isEmpty()
                || !Patterns.isLiteral(now.text())
                || now.text().isBlank()) {
            return;
        }
        for (Node collection : collections(part.get(), now.key(), word.get())) {
            Set<String> names = names(collection);
            if (names.contains(old) && !names.contains(now.text())) {
                said.at(
                        facts,
                        Severity.HIGH,
                        facts.change().key() + " refers to `"
                                + Shown.value(facts.shown().now())
                                + "`, which this file does not define; it defines what was referred to before");
            }
        }
    }

    private static void definition(Gone gone, RangeRule.Said said) {
        KeyPath.Segment last = gone.root().segments().get(gone.root().segments().size() - 1);
        String name = last instanceof KeyPath.Name key
                ? key.name()
                : Nodes.text(gone.was(), "name").orElse("");
        String collection = folded(gone.root().parent().lastName());
        Set<String> words = new HashSet<>();
        COLLECTIONS.forEach((word, lists) -> {
            if (lists.stream().anyMatch(list -> folded(list).equals(collection))) {
                words.add(word);
            }
        });
        if (name.isEmpty() || words.isEmpty()) {
            return;
        }
        Facts facts = gone.first();
        for (Leaf leaf : facts.around().leavesAfter(facts.change())) {
            Optional<String> word = leaf.text().equals(name) ? referring(leaf.key()) : Optional.empty();
            if (word.filter(words::contains).isPresent()) {
                boolean defined = facts.around().partAfter(facts.change()).stream()
                        .flatMap(part -> collections(part, leaf.key(), word.get()).stream())
                        .anyMatch(node -> names(node).contains(name));
                if (!defined) {
                    said.at(
                            facts,
                            gone.root() + " is gone, and " + leaf.key() + " (line "
                                    + leaf.region().line() + ") still refers to it");
                    return;
                }
            }
        }
    }

    private static Optional<String> referring(KeyPath key) {
        List<KeyPath.Segment> segments = key.segments();
        String last = folded(key.lastName());
        if (last.equals("name") || last.equals("ref")) {
            last = segments.size() > 1 ? folded(key.parent().lastName()) : "";
        }
        if (last.endsWith("name") && last.length() > 4) {
            last = last.substring(0, last.length() - 4);
        }
        return COLLECTIONS.containsKey(last) ? Optional.of(last) : Optional.empty();
    }

    /** The nearest definitions: those that stand beside the reference or beside something above it. */
    private static List<Node> collections(Part part, KeyPath key, String word) {
        List<String> wanted = COLLECTIONS.getOrDefault(word, List.of());
        for (KeyPath at = key.parent(); ; at = at.parent()) {
            if (Lookup.node(part, at).orElse(null) instanceof Node.Mapping map) {
                KeyPath here = at;
                List<Node> found = map.entries().stream()
                        .filter(entry ->
                                wanted.stream().anyMatch(list -> folded(list).equals(folded(entry.key()))))
                        .filter(entry -> word.equals("dependson") || !startsWith(key, here.name(entry.key())))
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

    private static boolean startsWith(KeyPath key, KeyPath start) {
        return key.segments().size() >= start.segments().size()
                && key.segments().subList(0, start.segments().size()).equals(start.segments());
    }

    private static Set<String> names(Node collection) {
        Set<String> names = new HashSet<>();
        if (collection instanceof Node.Mapping map) {
            map.entries().forEach(entry -> names.add(entry.key()));
        } else if (collection instanceof Node.Sequence list) {
            for (Node item : list.items()) {
                Nodes.text(item, "name")
                        .or(() -> item instanceof Node.Mapping map && map.get("metadata") != null
                                ? Optional.ofNullable(map.get("metadata")).flatMap(node -> Nodes.text(node, "name"))
                                : Optional.empty())
                        .ifPresent(names::add);
            }
        }
        return names;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }
}
