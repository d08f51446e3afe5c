package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.change.NameWords;
import io.github.confgate.change.Value;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Shown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a lower bound above the upper bound beside it, in numbers, times or sizes. */
record MinimumAboveMaximum(RuleSheet sheet) implements Rule {

    /** What bounds from below, and what from above. */
    private static final Map<String, List<String>> PAIRS = Map.of(
            "min", List.of("max"),
            "minimum", List.of("maximum"),
            "initial", List.of("max", "maximum"),
            "core", List.of("max"),
            "lower", List.of("upper"),
            "low", List.of("high"),
            "soft", List.of("hard"),
            "xms", List.of("xmx"));

    private static final List<List<String>> NAMED = List.of(
            List.of("minimumidle", "maximumpoolsize"),
            List.of("minidle", "maxactive"),
            List.of("minidle", "maxtotal"),
            List.of("connectiontimeout", "maxlifetime"),
            List.of("idletimeout", "maxlifetime"));

    @Override
    public Stream<Finding> find(Facts facts) {
        Change change = facts.change();
        Leaf now = change.after().orElse(null);
        if (now == null
                || change.kind() == Change.Kind.MOVED
                || now.key().segments().isEmpty()
                || !(now.key().segments().get(now.key().segments().size() - 1) instanceof KeyPath.Name)) {
            return Stream.empty();
        }
        if (isHeapTooSmall(now)
                && change.before().filter(MinimumAboveMaximum::isHeapTooSmall).isEmpty()) {
            String message = change.key() + " begins with more heap (-Xms) than it may have (-Xmx) in "
                    + Shown.place(facts) + ": the program does not start";
            return Stream.of(Finding.of(sheet, facts, message));
        }
        List<String> words = NameWords.of(now.key().lastName());
        Optional<Finding> named = ofNames(facts, now, String.join("", words));
        if (named.isPresent()) {
            return named.stream();
        }
        for (int i = 0; i < words.size(); i++) {
            for (Map.Entry<String, List<String>> pair : PAIRS.entrySet()) {
                if (pair.getKey().equals(words.get(i))) {
                    for (String upper : pair.getValue()) {
                        Optional<Finding> found = compare(facts, now, words, i, upper, true);
                        if (found.isPresent()) {
                            return found.stream();
                        }
                    }
                } else if (pair.getValue().contains(words.get(i))) {
                    Optional<Finding> found = compare(facts, now, words, i, pair.getKey(), false);
                    if (found.isPresent()) {
                        return found.stream();
                    }
                }
            }
        }
        return Stream.empty();
    }

    private static boolean isHeapTooSmall(Leaf leaf) {
        return leaf.text().contains("-Xms")
                && leaf.text().contains("-Xmx")
                && isAbove(option(leaf.text(), "-Xms"), option(leaf.text(), "-Xmx"));
    }

    /** The last of several counts. */
    private static String option(String text, String name) {
        String rest = text.substring(text.lastIndexOf(name) + name.length());
        return rest.split("[\\s,\"']", 2)[0].toUpperCase(Locale.ROOT);
    }

    /** Bounds of one thing whose names differ by more than a word. */
    private Optional<Finding> ofNames(Facts facts, Leaf now, String name) {
        for (List<String> pair : NAMED) {
            int at = pair.indexOf(name);
            Optional<Finding> found =
                    at < 0 ? Optional.empty() : compare(facts, now, List.of(name), 0, pair.get(1 - at), at == 0);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> compare(
            Facts facts, Leaf now, List<String> words, int at, String other, boolean isLower) {
        List<String> wanted = new ArrayList<>(words);
        wanted.set(at, other);
        return Siblings.around(facts, now.key())
                .flatMap(map -> Siblings.named(map, String.join("", wanted)))
                .filter(entry -> isAbove(
                        isLower ? now.text() : Siblings.text(entry), isLower ? Siblings.text(entry) : now.text()))
                .map(entry -> finding(facts, entry, isLower));
    }

    private Finding finding(Facts facts, Node.Entry other, boolean isLower) {
        Change change = facts.change();
        String message = change.key() + " is " + Shown.value(facts.shown().now()) + " in " + Shown.place(facts)
                + ", which is " + (isLower ? "above " : "below ") + other.key() + ": "
                + Shown.value(Siblings.text(other))
                + " (line " + other.value().region().line() + ")";
        return Finding.of(sheet, facts, message);
    }

    /** A negative bound is none; zero as an upper bound often is none as well. */
    static boolean isAbove(String lower, String upper) {
        Optional<BigDecimal> a = amount(lower);
        Optional<BigDecimal> b = amount(upper);
        boolean plain =
                Value.Numeric.of(lower).isPresent() == Value.Numeric.of(upper).isPresent();
        return a.isPresent()
                && b.isPresent()
                && plain
                && b.get().signum() > 0
                && a.get().compareTo(b.get()) > 0;
    }

    static Optional<BigDecimal> amount(String text) {
        return Value.Numeric.of(text)
                .map(Value.Numeric::amount)
                .or(() -> Value.Size.of(text).map(Value.Size::binary))
                .or(() -> Value.Duration.of(text).map(Value.Duration::seconds));
    }
}
