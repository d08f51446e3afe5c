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
            List.of("low", "floodstage"),
            List.of("high", "floodstage"),
            List.of("highwatermark", "floodstage"),
            List.of("softlimit", "hardlimit"),
            List.of("connectiontimeout", "maxlifetime"),
            List.of("idletimeout", "maxlifetime"));

    private static final List<List<String>> STEPS = List.of(
            List.of("warning", "critical"),
            List.of("warn", "critical"),
            List.of("warn", "crit"),
            List.of("warn", "error"),
            List.of("warnthreshold", "critthreshold"),
            List.of("warningthreshold", "criticalthreshold"),
            List.of("scaleup", "scaledown"),
            List.of("scaleupthreshold", "scaledownthreshold"),
            List.of("scaleout", "scalein"),
            List.of("scaleoutthreshold", "scaleinthreshold"),
            List.of("open", "close"),
            List.of("start", "end"),
            List.of("from", "to"));

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
            for (int at = 0; at < 2; at++) {
                if (name.endsWith(pair.get(at))) {
                    String before =
                            name.substring(0, name.length() - pair.get(at).length());
                    Optional<Finding> found = compare(facts, now, List.of(name), 0, before + pair.get(1 - at), at == 0);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return ofSteps(facts, now, name);
    }

    /** Steps of one thing that may rise or fall: what was below the next one before and is above it now, or the other way. */
    private Optional<Finding> ofSteps(Facts facts, Leaf now, String name) {
        Leaf old = facts.change().before().orElse(null);
        for (List<String> pair : STEPS) {
            for (int at = 0; at < 2 && old != null; at++) {
                if (name.endsWith(pair.get(at))) {
                    String other =
                            name.substring(0, name.length() - pair.get(at).length()) + pair.get(1 - at);
                    Node.Entry entry = Siblings.around(facts, now.key())
                            .flatMap(map -> Siblings.named(map, other))
                            .orElse(null);
                    String step = entry == null ? "" : Siblings.text(entry);
                    boolean fell = isAbove(old.text(), step) && isAbove(step, now.text());
                    boolean rose = isAbove(step, old.text()) && isAbove(now.text(), step);
                    if (entry != null && (fell || rose)) {
                        return Optional.of(finding(facts, entry, rose));
                    }
                }
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
                .or(() -> Value.Duration.of(text).map(Value.Duration::seconds))
                .or(() -> Value.Percent.of(text).map(Value.Percent::amount));
    }
}
