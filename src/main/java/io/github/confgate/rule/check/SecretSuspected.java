package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.change.Secrets;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds texts that were drawn at random under keys that speak of no secret. */
record SecretSuspected(RuleSheet sheet) implements Rule {

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        Optional<Leaf> now = change.after();
        if (now.isEmpty() || change.kind() == Change.Kind.MOVED || !isSuspected(facts, now.get())) {
            return Stream.empty();
        }
        // Nothing of the value, only how long it is.
        int length = now.get().text().strip().length();
        return Stream.of(Finding.of(
                sheet,
                facts,
                now.get().key() + " holds " + length
                        + " characters that look drawn at random, as a token or password is"));
    }

    private static boolean isSuspected(Facts facts, Leaf leaf) {
        return facts.shown().secret()
                && leaf.value() instanceof Node.Scalar scalar
                && !scalar.type().isOpaque()
                && Secrets.isSuspected(facts.change().part().id(), leaf)
                && !StandIns.isOne(leaf.text(), leaf.key());
    }
}
