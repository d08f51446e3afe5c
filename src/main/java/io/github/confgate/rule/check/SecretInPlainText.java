package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.change.Secrets;
import io.github.confgate.document.KeyPath;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds secrets that a change writes out. */
record SecretInPlainText(RuleSheet sheet) implements Rule {

    private static final Set<String> SECRETS = Set.of("secrets", "secret", "tokens", "credentials");
    private static final Set<String> OF_OBJECT = Set.of("data", "stringData");
    private static final Set<String> PLAIN = Set.of(
            "username",
            "user",
            "login",
            "host",
            "hostname",
            "port",
            "database",
            "dbname",
            "region",
            "bucket",
            "type",
            "ca.crt",
            "tls.crt");
    private static final Pattern NAME = Pattern.compile("[a-z]+([-_.][a-z]+)+|[A-Z]+([-_][A-Z]+)+");

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        Optional<Leaf> now = change.after();
        if (now.isEmpty() || change.kind() == Change.Kind.MOVED || !isWrittenOut(facts, now.get())) {
            return Stream.empty();
        }
        String message =
                (now.get().key().isRoot() ? "the file" : now.get().key().toString()) + " holds a secret in plain text: "
                        + Shown.value(facts.shown().now());
        return Stream.of(Finding.of(sheet, facts, message));
    }

    private static boolean isWrittenOut(Facts facts, Leaf leaf) {
        Change change = facts.change();
        // The key in the address of an error collector is meant to be public.
        boolean collector = leaf.text().contains("sentry") && leaf.text().contains("@");
        boolean decrypted =
                change.before().filter(old -> old.is(ScalarType.ENCRYPTED)).isPresent();
        if (leaf.is(ScalarType.ENCRYPTED) || decrypted) {
            return decrypted && isWritten(leaf);
        }
        return !collector
                && facts.shown().secret()
                && Secrets.in(change.part().id(), leaf).stream().anyMatch(secret -> isLive(secret, leaf, facts));
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

    private static boolean isLive(String secret, Leaf leaf, Facts facts) {
        if (StandIns.isOne(secret, leaf.key()) || isNameInList(secret, leaf) || isNoneOfObject(leaf)) {
            return false;
        }
        boolean production = facts.environment() != null && facts.distance() == 0;
        return production || !LocalLogins.isOne(secret, leaf, facts);
    }

    /** What is told with a password in a Secret of Kubernetes and is none itself. */
    private static boolean isNoneOfObject(Leaf leaf) {
        List<KeyPath.Segment> segments = leaf.key().segments();
        return segments.size() == 2
                && segments.get(0) instanceof KeyPath.Name data
                && OF_OBJECT.contains(data.name())
                && PLAIN.contains(leaf.key().lastName().toLowerCase(Locale.ROOT));
    }

    /** What a list of secrets has in it are their names, when they read like names. */
    private static boolean isNameInList(String secret, Leaf leaf) {
        List<KeyPath.Segment> segments = leaf.key().segments();
        return !segments.isEmpty()
                && segments.get(segments.size() - 1) instanceof KeyPath.Index
                && secret.equals(leaf.text())
                && SECRETS.contains(leaf.key().lastName().toLowerCase(Locale.ROOT))
                && NAME.matcher(secret.strip()).matches();
    }
}
