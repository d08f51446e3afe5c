package io.github.confgate.rule.check;

import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which Kubernetes objects the files of an environment define. */
final class ObjectNames {

    private record Asked(ObjectKind kind, @Nullable Environment environment) {}

    static final KeyPath NAME = KeyPath.ROOT.name("metadata").name("name");
    private final Map<Asked, Set<String>> known = new HashMap<>();

    /** The names of all objects of a kind; with the empty text where one has a name that only a tool knows. */
    Set<String> defined(ObjectKind kind, Facts facts) {
        return known.computeIfAbsent(new Asked(kind, facts.environment()), asked -> {
            Set<String> names = new HashSet<>();
            Scope scope = Scope.of(facts);
            for (String each : kind.kinds()) {
                scope.mentioning(each).forEach(document -> collect(document, each, names));
            }
            if (kind == ObjectKind.CONFIG_MAP || kind == ObjectKind.SECRET) {
                String generator = kind == ObjectKind.SECRET ? "secretGenerator" : "configMapGenerator";
                scope.mentioning(generator).forEach(document -> generated(document, generator, names));
            }
            return names;
        });
    }

    private static void collect(Document document, String kind, Set<String> names) {
        for (Part part : document.parts()) {
            if (Nodes.text(part.root(), "kind").filter(kind::equals).isPresent()) {
                KeyPath spec = KeyPath.ROOT.name("spec");
                KeyPath named =
                        switch (kind) {
                            case "Certificate" -> spec.name("secretName");
                            case "ExternalSecret" -> spec.name("target").name("name");
                            default -> NAME;
                        };
                Lookup.node(part, named)
                        .or(() -> Lookup.node(part, NAME))
                        .ifPresent(node -> names.add(
                                node instanceof Node.Scalar scalar && isPlain(scalar.text()) ? scalar.text() : ""));
            }
        }
    }

    private static void generated(Document document, String generator, Set<String> names) {
        for (Part part : document.parts()) {
            if (part.root() instanceof Node.Mapping map && map.get(generator) instanceof Node.Sequence list) {
                list.items().forEach(item -> Nodes.text(item, "name").ifPresent(names::add));
            }
        }
    }

    static boolean isPlain(String name) {
        return !name.isBlank() && Patterns.isLiteral(name) && !name.contains("%");
    }
}
