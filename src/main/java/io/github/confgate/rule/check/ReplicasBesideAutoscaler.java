package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds a fixed number of instances for a workload that an autoscaler scales. */
record ReplicasBesideAutoscaler(RuleSheet sheet) implements Rule {

    private static final KeyPath REPLICAS = KeyPath.ROOT.name("spec").name("replicas");
    private static final KeyPath NAME = KeyPath.ROOT.name("metadata").name("name");
    private static final KeyPath TARGET =
            KeyPath.ROOT.name("spec").name("scaleTargetRef").name("name");
    private static final Set<String> SCALERS = Set.of("HorizontalPodAutoscaler", "ScaledObject");

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        Leaf now = change.after().orElse(null);
        if (now == null || change.kind() == Change.Kind.MOVED || !now.key().equals(REPLICAS)) {
            return Stream.empty();
        }
        Optional<Part> part = facts.around().partAfter(change);
        Optional<String> name = part.flatMap(found -> text(found, NAME));
        if (name.isEmpty() || !Patterns.isLiteral(name.get())) {
            return Stream.empty();
        }
        return Scope.of(facts)
                .mentioning(name.get())
                .flatMap(document -> document.parts().stream()
                        .filter(each -> scales(each, name.get()))
                        .map(each -> finding(facts, document)))
                .limit(1);
    }

    private static boolean scales(Part part, String name) {
        return Nodes.text(part.root(), "kind").filter(SCALERS::contains).isPresent()
                && text(part, TARGET).filter(name::equals).isPresent();
    }

    private static Optional<String> text(Part part, KeyPath key) {
        return Lookup.node(part, key).filter(Node.Scalar.class::isInstance).map(node -> ((Node.Scalar) node).text());
    }

    private Finding finding(Facts facts, Document scaler) {
        Change change = facts.change();
        String message = change.key() + " sets the number of instances that an autoscaler in " + scaler.path()
                + " sets as well: each deployment puts it back";
        return Finding.of(sheet, facts, message);
    }
}
