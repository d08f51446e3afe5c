package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds new items with a blank field that every other item of their list or map fills in. */
record BlankBesideFilled(RuleSheet sheet) implements Rule {

    private static final int OTHERS = 2;

    private static final KeyGlob WORDS = KeyGlob.parse("**.*-{template-vars,description,comment,comments,note,notes,"
            + "message,banner,title,suffix,prefix,logo,announcement,annotations,labels,display-name,homepage}{,.**}");

    /** In a list of variables each item means something else. */
    private static final Set<String> VARIABLES = Set.of("value", "default", "defaultValue");

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        Optional<Leaf> now = change.after();
        if (change.kind() != Change.Kind.ADDED
                || now.isEmpty()
                || !(now.get().value() instanceof Node.Scalar scalar)
                || (scalar.type() == ScalarType.NULL && !scalar.text().isEmpty())
                || !Nodes.isBlank(now.get().value())
                || WORDS.matches(now.get().key())) {
            return Stream.empty();
        }
        KeyPath key = now.get().key();
        int size = key.segments().size();
        if (size < 2
                || VARIABLES.contains(key.lastName())
                || !(key.segments().get(size - 1) instanceof KeyPath.Name field)) {
            return Stream.empty();
        }
        KeyPath item = key.parent();
        Optional<Node> around = facts.around().partAfter(change).flatMap(part -> Lookup.node(part, item.parent()));
        List<Node> values = around.map(node -> values(node, field.name())).orElse(List.of());
        long blank = values.stream().filter(Nodes::isBlank).count();
        if (blank != 1 || values.size() <= OTHERS) {
            return Stream.empty();
        }
        String message = key + " is blank in " + Shown.place(facts) + "; the " + (values.size() - 1)
                + " others beside it fill it in";
        return Stream.of(Finding.of(sheet, facts, message));
    }

    private static List<Node> values(Node around, String field) {
        List<Node> values = new ArrayList<>();
        List<Node> items = around instanceof Node.Sequence list
                ? list.items()
                : around instanceof Node.Mapping map
                        ? map.entries().stream().map(Node.Entry::value).toList()
                        : List.of();
        for (Node item : items) {
            Node value = item instanceof Node.Mapping map ? map.get(field) : null;
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
