package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds texts that lost their quotes and are read as another text than they say, or where only a text is taken. */
record QuotesLost(RuleSheet sheet) implements Rule {

    /** Where Kubernetes takes texts only and refuses the object otherwise. */
    private static final KeyGlob TEXTS =
            KeyGlob.parse("**.{env[*].value,labels.*,annotations.*,match-labels.*,node-selector.*,string-data.*}");

    private static final KeyGlob DATA = KeyGlob.parse("data.*");

    private static final Set<String> SWITCHES = Set.of("no", "yes", "on", "off", "y", "n");

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        if (!(change instanceof Change.Modified modified)
                || !(modified.old().value() instanceof Node.Scalar before)
                || !(modified.now().value() instanceof Node.Scalar after)
                || before.type() != ScalarType.STRING
                || after.type() == ScalarType.STRING
                || !before.text().equals(after.text())) {
            return Stream.empty();
        }
        if (isOfKubernetes(facts, modified.now().key())) {
            return said(facts, "Kubernetes takes a text here and refuses anything else");
        }
        return reading(after.text())
                .map(reading -> said(facts, "it is read as " + reading))
                .orElse(Stream.empty());
    }

    private Stream<Finding> said(Facts facts, String what) {
        Change change = facts.change();
        String message = change.key() + " lost the quotes around `"
                + Shown.value(facts.shown().now()) + "` in " + Shown.place(facts) + ": " + what;
        return Stream.of(Finding.of(sheet, facts, message));
    }

    private static boolean isOfKubernetes(Facts facts, KeyPath key) {
        return facts.around()
                .partAfter(facts.change())
                .filter(part -> Nodes.text(part.root(), "apiVersion").isPresent())
                .flatMap(part -> Nodes.text(part.root(), "kind"))
                .filter(kind -> TEXTS.matches(key) || (kind.equals("ConfigMap") && DATA.matches(key)))
                .isPresent();
    }

    /** What a reader of YAML 1.1 makes of a text, where that is another text; empty where it prints as it stands. */
    private static Optional<String> reading(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (SWITCHES.contains(lower)) {
            return Optional.of("a switch, " + Set.of("yes", "on", "y").contains(lower));
        }
        if (lower.matches("-?\\d+\\.\\d*0|-?\\d+\\.")) {
            return Optional.of("the number " + lower.replaceFirst("\\.?0*$", ""));
        }
        if (lower.matches("0[0-7]+")) {
            return Optional.of("an octal number");
        }
        if (lower.matches("\\d+(:[0-5]?\\d)+")) {
            return Optional.of("a number to the base of 60");
        }
        if (lower.matches("\\d+(\\.\\d*)?e[+-]?\\d+|\\d+(_\\d+)+|0x[0-9a-f]+")) {
            return Optional.of("a number");
        }
        return Set.of("null", "~").contains(lower) ? Optional.of("nothing") : Optional.empty();
    }
}
