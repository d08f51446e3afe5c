package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of Kubernetes objects that other objects refer to. */
final class ObjectReferences {

    /** A kind that is referred to, what a reference to it is called, and the kinds that make one. */
    @SuppressWarnings("ImmutableEnumChecker") // the sets are those of Set.of
    private enum Kind {
        CONFIG_MAP(
                "ConfigMap",
                Set.of("ConfigMap"),
                Set.of("configMapRef.name", "configMapKeyRef.name", "configMap.name")),
        SECRET(
                "Secret",
                Set.of(
                        "Secret",
                        "ExternalSecret",
                        "SealedSecret",
                        "VaultStaticSecret",
                        "OnePasswordItem",
                        "Certificate"),
                Set.of(
                        "secretRef.name",
                        "secretKeyRef.name",
                        "secret.secretName",
                        "tls.secretName",
                        "imagePullSecrets.name")),
        SERVICE("Service", Set.of("Service"), Set.of("service.name", "backend.serviceName")),
        SERVICE_ACCOUNT("ServiceAccount", Set.of("ServiceAccount"), Set.of("spec.serviceAccountName")),
        CLAIM("PersistentVolumeClaim", Set.of("PersistentVolumeClaim"), Set.of("persistentVolumeClaim.claimName")),
        WORKLOAD(
                "workload",
                Set.of("Deployment", "StatefulSet", "ReplicaSet", "Rollout"),
                Set.of("scaleTargetRef.name", "targetRef.name")),
        ROLE("Role", Set.of("Role", "ClusterRole"), Set.of("roleRef.name"));

        private final String word;
        private final Set<String> kinds;
        private final Set<String> tails;

        Kind(String word, Set<String> kinds, Set<String> tails) {
            this.word = word;
            this.kinds = kinds;
            this.tails = tails;
        }
    }

    private record Asked(Kind kind, @Nullable Environment environment) {}

    private static final KeyPath NAME = KeyPath.ROOT.name("metadata").name("name");
    private final Map<Asked, Set<String>> defined = new HashMap<>();

    void look(List<Facts> changes, RangeRule.Said said) {
        for (Facts facts : changes) {
            Change change = facts.change();
            Leaf now = change.after().orElse(null);
            Leaf old = change.before().orElse(null);
            if (now != null && change.kind() != Change.Kind.MOVED) {
                Optional<Kind> kind = kind(now.key());
                if (kind.isPresent() && isKubernetes(now, facts)) {
                    reference(kind.get(), facts, now.text(), old == null ? "" : old.text(), said);
                }
            }
            if (old != null && old.key().equals(NAME)) {
                definition(facts, old.text(), said);
            }
        }
    }

    private static boolean isKubernetes(Leaf leaf, Facts facts) {
        return !leaf.key().segments().isEmpty()
                && facts.around()
                        .partAfter(facts.change())
                        .filter(part -> Nodes.text(part.root(), "kind")
                                        .filter(kind -> !kind.equals("Template") && !kind.equals("List"))
                                        .isPresent()
                                && Nodes.text(part.root(), "apiVersion").isPresent())
                        .isPresent();
    }

    private void reference(Kind kind, Facts facts, String name, String old, RangeRule.Said said) {
        if (!isPlain(name) || (kind == Kind.SERVICE_ACCOUNT && name.equals("default"))) {
            return;
        }
        Set<String> names = defined(kind, facts);
        if (names.isEmpty() || names.contains(name) || names.contains("")) {
            return;
        }
        boolean lost = names.contains(old);
        Severity severity = lost ? Severity.HIGH : kind == Kind.SECRET ? Severity.LOW : Severity.MEDIUM;
        said.at(
                facts,
                severity,
                facts.change().key() + " refers to the " + kind.word + " `" + Shown.value(name) + "`, which "
                        + Shown.place(facts) + " does not define"
                        + (lost ? "; it defines the one that was referred to before" : ""));
    }

    private void definition(Facts facts, String name, RangeRule.Said said) {
        Optional<Node> root = facts.around().partBefore(facts.change()).map(Part::root);
        String word = root.flatMap(node -> Nodes.text(node, "kind")).orElse("");
        for (Kind kind : Kind.values()) {
            if (kind.kinds.contains(word)
                    && isPlain(name)
                    && !defined(kind, facts).contains(name)) {
                Scope.of(facts)
                        .leavesOf(name)
                        .filter(found -> found.leaf().text().equals(name)
                                && kind(found.leaf().key()).filter(kind::equals).isPresent())
                        .findFirst()
                        .ifPresent(found -> said.at(
                                facts,
                                "the " + word + " `" + Shown.value(name) + "` is gone from " + Shown.place(facts)
                                        + ", and " + found.place() + " still refers to it"));
            }
        }
    }

    /** The names of all objects of a kind; with the empty text where one has a name that only a tool knows. */
    private Set<String> defined(Kind kind, Facts facts) {
        return defined.computeIfAbsent(new Asked(kind, facts.environment()), asked -> {
            Set<String> names = new HashSet<>();
            Scope scope = Scope.of(facts);
            for (String each : kind.kinds) {
                scope.mentioning(each).forEach(document -> collect(document, each, names));
            }
            if (kind == Kind.CONFIG_MAP || kind == Kind.SECRET) {
                String generator = kind == Kind.SECRET ? "secretGenerator" : "configMapGenerator";
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

    private static boolean isPlain(String name) {
        return !name.isBlank() && Patterns.isLiteral(name) && !name.contains("%");
    }

    private static Optional<Kind> kind(KeyPath key) {
        StringBuilder tail = new StringBuilder();
        List<KeyPath.Segment> segments = key.segments();
        for (int i = segments.size() - 1, names = 0; i >= 0 && names < 2; i--) {
            if (segments.get(i) instanceof KeyPath.Name name) {
                tail.insert(0, names == 0 ? name.name() : name.name() + ".");
                names++;
            }
        }
        for (Kind kind : Kind.values()) {
            if (kind.tails.contains(tail.toString())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
