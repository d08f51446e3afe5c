package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.change.Secrets;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds secrets that a change writes out. */
record SecretInPlainText(RuleSheet sheet) implements Rule {

    private static final List<String> STAND_INS = List.of(
            "changeme",
            "change-me",
            "change_me",
            "placeholder",
            "replaceme",
            "replace-me",
            "replace_me",
            "dummy",
            "example",
            "your-",
            "your_",
            "todo",
            "redacted",
            "insert-",
            "notasecret",
            "not-a-secret",
            "fixme",
            "xxxx");
    /** What local databases are given; harmless where nobody else can reach them. */
    private static final Set<String> DEFAULTS = Set.of(
            "password",
            "passwd",
            "pass",
            "secret",
            "admin",
            "root",
            "postgres",
            "mysql",
            "guest",
            "user",
            "test",
            "testing",
            "local",
            "localhost",
            "dev",
            "foo",
            "bar",
            "baz",
            "default",
            "sample",
            "fake",
            "mock",
            "token",
            "minioadmin");

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        Optional<Leaf> now = change.after();
        if (now.isEmpty() || change.kind() == Change.Kind.MOVED || !isWrittenOut(facts, now.get())) {
            return Stream.empty();
        }
        String message = now.get().key() + " holds a secret in plain text: "
                + Shown.value(facts.shown().now());
        return Stream.of(
                new Finding(sheet, sheet.severity(), sheet.confidence(), facts, change.region(), message, List.of()));
    }

    private static boolean isWrittenOut(Facts facts, Leaf leaf) {
        Change change = facts.change();
        // The key in the address of an error collector is meant to be public.
        boolean collector = leaf.text().contains("sentry") && leaf.text().contains("@");
        boolean production = facts.environment() == null || facts.distance() == 0;
        boolean decrypted =
                change.before().filter(old -> old.is(ScalarType.ENCRYPTED)).isPresent();
        if (leaf.is(ScalarType.ENCRYPTED) || decrypted) {
            return decrypted && isWritten(leaf);
        }
        return !collector
                && Secrets.in(change.part().id(), leaf.key(), leaf.text()).stream()
                        .anyMatch(secret -> isLive(secret.strip().toLowerCase(Locale.ROOT), production));
    }

    /** What was worth encrypting is a secret, whatever its name. */
    private static boolean isWritten(Leaf leaf) {
        return leaf.value() instanceof Node.Scalar scalar
                && !scalar.type().isOpaque()
                && scalar.type() != ScalarType.NULL
                && !scalar.text().isBlank()
                && !scalar.text().contains("${")
                && !scalar.text().contains("{{");
    }

    private static boolean isLive(String secret, boolean production) {
        return STAND_INS.stream().noneMatch(secret::contains) && (production || !DEFAULTS.contains(secret));
    }
}
