package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.change.Value;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds containers that ask for more than they may have. */
record RequestAboveLimit(RuleSheet sheet) implements Rule {

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        Leaf now = change.after().orElse(null);
        if (now == null
                || change.kind() == Change.Kind.MOVED
                || now.key().segments().size() < 2) {
            return Stream.empty();
        }
        KeyPath block = now.key().parent();
        boolean request = block.lastName().equals("requests");
        if (!request && !block.lastName().equals("limits")) {
            return Stream.empty();
        }
        String resource = now.key().lastName();
        Optional<Node> other = facts.around()
                .partAfter(change)
                .flatMap(part -> Lookup.node(
                        part,
                        block.parent().name(request ? "limits" : "requests").name(resource)));
        String otherText = other.filter(Node.Scalar.class::isInstance)
                .map(node -> ((Node.Scalar) node).text())
                .orElse("");
        Optional<BigDecimal> mine = quantity(now.text());
        Optional<BigDecimal> its = quantity(otherText);
        if (mine.isEmpty()
                || its.isEmpty()
                || (request ? mine.get().compareTo(its.get()) : its.get().compareTo(mine.get())) <= 0) {
            return Stream.empty();
        }
        String message = change.key() + " is " + Shown.value(facts.shown().now()) + " in " + Shown.place(facts)
                + ", and the " + (request ? "limit" : "request") + " is " + otherText.strip() + ": the pod is refused";
        return Stream.of(Finding.of(sheet, facts, message));
    }

    /** A quantity of Kubernetes: {@code 500m} is half of one, {@code 1Gi} and {@code 1G} are bytes. */
    static Optional<BigDecimal> quantity(String text) {
        String plain = text.strip();
        if (plain.endsWith("m")) {
            return Value.Numeric.of(plain.substring(0, plain.length() - 1))
                    .map(number -> number.amount().movePointLeft(3));
        }
        Optional<BigDecimal> number = Value.Numeric.of(plain).map(Value.Numeric::amount);
        boolean binary = plain.endsWith("i");
        return number.or(() -> Value.Size.of(plain).map(size -> binary ? size.binary() : size.decimal()));
    }
}
