package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Shown;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names that stand inside of a Kubernetes object and that others refer to: a key of a Secret, a subset of Istio. */
final class PartsOfObjects {

    /**
     * @param last the key that names the part
     * @param around the name of what it stands in
     * @param object the key beside it that names the object
     * @param kind the kind of the object
     * @param name where the object says its name
     * @param lists where it says the names of its parts
     */
    private record Reference(
            String last, String around, String object, String kind, KeyPath name, List<KeyPath> lists) {}

    private static final KeyPath SPEC = KeyPath.ROOT.name("spec");

    private static final List<Reference> REFERENCES = List.of(
            new Reference(
                    "key",
                    "secretKeyRef",
                    "name",
                    "Secret",
                    ObjectNames.NAME,
                    List.of(KeyPath.ROOT.name("data"), KeyPath.ROOT.name("stringData"))),
            new Reference(
                    "key",
                    "configMapKeyRef",
                    "name",
                    "ConfigMap",
                    ObjectNames.NAME,
                    List.of(KeyPath.ROOT.name("data"), KeyPath.ROOT.name("binaryData"))),
            new Reference(
                    "subset",
                    "destination",
                    "host",
                    "DestinationRule",
                    SPEC.name("host"),
                    List.of(SPEC.name("subsets"))));

    private PartsOfObjects() {}

    static void look(List<Facts> changes, RangeRule.Said said) {
        for (Facts facts : changes) {
            Change change = facts.change();
            Leaf now = change.after().orElse(null);
            Leaf old = change.before().orElse(null);
            if (now != null && old != null && change.kind() == Change.Kind.MODIFIED) {
                for (Reference reference : REFERENCES) {
                    if (now.key().lastName().equals(reference.last())
                            && now.key().parent().lastName().equals(reference.around())) {
                        judge(reference, facts, old.text(), now, said);
                    }
                }
            }
        }
    }

    /** A part that is gone from its object while something still refers to it. */
    static void lookForGone(List<Gone> all, RangeRule.Said said) {
        for (Gone gone : all) {
            Facts facts = gone.first();
            KeyPath root = gone.root();
            if (root.segments().isEmpty()
                    || !(root.segments().get(root.segments().size() - 1) instanceof KeyPath.Name)) {
                continue;
            }
            Optional<Node> object = facts.around().partAfter(facts.change()).map(Part::root);
            for (Reference reference : REFERENCES) {
                Optional<String> name = object.filter(node -> Nodes.text(node, "kind")
                                .filter(reference.kind()::equals)
                                .isPresent())
                        .flatMap(node -> facts.around()
                                .partAfter(facts.change())
                                .flatMap(part -> Lookup.node(part, reference.name())))
                        .filter(Node.Scalar.class::isInstance)
                        .map(node -> ((Node.Scalar) node).text());
                if (name.isPresent() && reference.lists().contains(root.parent()) && ObjectNames.isPlain(name.get())) {
                    stillAsked(reference, name.get(), root.lastName(), facts, said);
                }
            }
        }
    }

    private static void stillAsked(Reference reference, String object, String part, Facts facts, RangeRule.Said said) {
        Scope.of(facts)
                .leavesOf(object)
                .filter(found -> found.leaf().text().equals(part)
                        && found.leaf().key().lastName().equals(reference.last())
                        && found.leaf().key().parent().lastName().equals(reference.around())
                        && Lookup.node(found.part(), found.leaf().key().parent())
                                .flatMap(node -> Nodes.text(node, reference.object()))
                                .filter(object::equals)
                                .isPresent())
                .findFirst()
                .ifPresent(found -> said.at(
                        facts,
                        "`" + Shown.value(part) + "` is gone from the " + reference.kind() + " `" + Shown.value(object)
                                + "`, and " + found.place() + " still refers to it"));
    }

    private static void judge(Reference reference, Facts facts, String old, Leaf now, RangeRule.Said said) {
        Optional<String> object = Siblings.around(facts, now.key()).flatMap(map -> Nodes.text(map, reference.object()));
        if (object.isEmpty() || !ObjectNames.isPlain(object.get()) || !ObjectNames.isPlain(now.text())) {
            return;
        }
        Set<String> names = new HashSet<>();
        Scope.of(facts).mentioning(object.get()).forEach(document -> collect(reference, object.get(), document, names));
        if (names.contains(old) && !names.contains(now.text())) {
            said.at(
                    facts,
                    facts.change().key() + " refers to `"
                            + Shown.value(facts.shown().now()) + "` of the "
                            + reference.kind() + " `" + Shown.value(object.get())
                            + "`, which has it not; it has what was"
                            + " referred to before");
        }
    }

    private static void collect(Reference reference, String object, Document document, Set<String> names) {
        for (Part part : document.parts()) {
            boolean isIt = Nodes.text(part.root(), "kind")
                            .filter(reference.kind()::equals)
                            .isPresent()
                    && Lookup.node(part, reference.name())
                            .filter(node -> node instanceof Node.Scalar scalar
                                    && scalar.text().equals(object))
                            .isPresent();
            if (isIt) {
                reference.lists().forEach(list -> Lookup.node(part, list)
                        .ifPresent(node -> names.addAll(Definitions.names(node))));
            }
        }
    }
}
