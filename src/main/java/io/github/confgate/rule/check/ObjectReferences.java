package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names of Kubernetes objects that other objects refer to. */
final class ObjectReferences {

    private final ObjectNames names = new ObjectNames();

    void look(List<Facts> changes, RangeRule.Said said) {
        for (Facts facts : changes) {
            Change change = facts.change();
            Leaf now = change.after().orElse(null);
            Leaf old = change.before().orElse(null);
            if (now != null && change.kind() != Change.Kind.MOVED) {
                Optional<ObjectKind> kind = ObjectKind.of(now.key());
                if (kind.isPresent() && isKubernetes(now, facts)) {
                    reference(kind.get(), facts, now.text(), old == null ? "" : old.text(), said);
                }
            }
            if (old != null && old.key().equals(ObjectNames.NAME)) {
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

    private void reference(ObjectKind kind, Facts facts, String name, String old, RangeRule.Said said) {
        if (!ObjectNames.isPlain(name) || (kind == ObjectKind.SERVICE_ACCOUNT && name.equals("default"))) {
            return;
        }
        Set<String> defined = names.defined(kind, facts);
        if (defined.isEmpty() || defined.contains(name) || defined.contains("")) {
            return;
        }
        boolean lost = defined.contains(old);
        Severity severity = lost ? Severity.HIGH : kind == ObjectKind.SECRET ? Severity.LOW : Severity.MEDIUM;
        said.at(
                facts,
                severity,
                facts.change().key() + " refers to the " + kind.word() + " `" + Shown.value(name) + "`, which "
                        + Shown.place(facts) + " does not define"
                        + (lost ? "; it defines the one that was referred to before" : ""));
    }

    private void definition(Facts facts, String name, RangeRule.Said said) {
        Optional<Node> root = facts.around().partBefore(facts.change()).map(Part::root);
        String word = root.flatMap(node -> Nodes.text(node, "kind")).orElse("");
        for (ObjectKind kind : ObjectKind.values()) {
            if (kind.kinds().contains(word)
                    && ObjectNames.isPlain(name)
                    && !names.defined(kind, facts).contains(name)) {
                Scope.of(facts)
                        .leavesOf(name)
                        .filter(found -> found.leaf().text().equals(name)
                                && ObjectKind.of(found.leaf().key())
                                        .filter(kind::equals)
                                        .isPresent())
                        .findFirst()
                        .ifPresent(found -> said.at(
                                facts,
                                "the " + word + " `" + Shown.value(name) + "` is gone from " + Shown.place(facts)
                                        + ", and " + found.place() + " still refers to it"));
            }
        }
    }
}
