package io.github.confgate.rule.check;

import io.github.confgate.change.NameWords;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Labels that selectors ask for. */
final class LabelReferences {

    /** A label: the name and value below {@code labels}, or what a text such as {@code name=value} says. */
    private record Label(String name, String value) {}

    private LabelReferences() {}

    static void look(List<Facts> changes, RangeRule.Said said) {
        // Many objects have the same labels, and each is looked for in all files.
        Map<String, List<Scope.Found>> known = new HashMap<>();
        for (Facts facts : changes) {
            Optional<Leaf> old = facts.change().before();
            Optional<Leaf> now = facts.change().after();
            Optional<Label> was = old.flatMap(leaf -> label(leaf, "labels"));
            if (was.isPresent() && isPlain(was.get()) && !was.equals(now.flatMap(leaf -> label(leaf, "labels")))) {
                Scope scope = Scope.of(facts);
                String name = was.get().name();
                labelLost(
                        facts,
                        was.get(),
                        known.computeIfAbsent(scope.environment() + "\0" + name, key -> mentions(scope, name)),
                        said);
            }
            Optional<Label> asked = now.flatMap(leaf -> label(leaf, "selector"));
            if (asked.isPresent()
                    && old.isPresent()
                    && isPlain(asked.get())
                    && !asked.equals(old.flatMap(leaf -> label(leaf, "selector")))) {
                selectorMoved(facts, asked.get(), old.get(), said);
            }
        }
    }

    private static boolean isPlain(Label label) {
        return !label.value().isBlank() && Patterns.isLiteral(label.value()) && Patterns.isLiteral(label.name());
    }

    private static List<Scope.Found> mentions(Scope scope, String name) {
        return scope.leavesOf(name)
                .filter(found ->
                        found.leaf().text().contains(name) || isIn(found.leaf().key(), name))
                .toList();
    }

    private static boolean isIn(KeyPath key, String name) {
        for (KeyPath.Segment segment : key.segments()) {
            String text = segment instanceof KeyPath.Name own ? own.name() : segment.toString();
            if (text.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static void labelLost(Facts facts, Label label, List<Scope.Found> mentions, RangeRule.Said said) {
        boolean defined = mentions.stream()
                .anyMatch(found ->
                        label(found.leaf(), "labels").filter(label::equals).isPresent());
        if (defined) {
            return;
        }
        mentions.stream()
                .filter(found -> selects(found.leaf(), label))
                .findFirst()
                .ifPresent(found -> said.at(
                        facts,
                        "nothing in " + Shown.place(facts) + " has the label `" + Shown.value(label.name())
                                + "` with that value any more, and " + found.place() + " still selects by it"));
    }

    private static void selectorMoved(Facts facts, Label label, Leaf old, RangeRule.Said said) {
        Scope scope = Scope.of(facts);
        List<Label> labels = scope.leavesOf(label.name())
                .flatMap(found -> label(found.leaf(), "labels").stream())
                .filter(each -> each.name().equals(label.name()))
                .toList();
        boolean open = labels.stream().anyMatch(each -> !Patterns.isLiteral(each.value()));
        if (labels.isEmpty() || open || labels.contains(label)) {
            return;
        }
        Optional<Label> before = label(old, "selector");
        boolean lost = before.filter(labels::contains).isPresent();
        said.at(
                facts,
                lost ? Severity.HIGH : Severity.MEDIUM,
                facts.change().key() + " selects by a label that nothing in " + Shown.place(facts) + " has");
    }

    private static boolean selects(Leaf leaf, Label label) {
        Optional<Label> asked = label(leaf, "selector");
        if (asked.isPresent()) {
            return asked.get().equals(label);
        }
        String text = leaf.text();
        boolean expression = leaf.key().segments().stream()
                .anyMatch(segment -> segment instanceof KeyPath.Name name && isSelector(name.name()));
        if (!expression || !text.contains(label.name())) {
            return false;
        }
        return text.contains("has(" + label.name())
                || text.contains(label.name() + "=" + label.value())
                || text.equals(label.name())
                || text.contains(label.name() + " ");
    }

    private static boolean isSelector(String name) {
        List<String> words = NameWords.of(name);
        return words.contains("selector") || words.contains("selectors") || name.equals("matchLabels");
    }

    /** What a leaf right below a map of labels, or of a selector, says. */
    private static Optional<Label> label(Leaf leaf, String what) {
        List<KeyPath.Segment> segments = leaf.key().segments();
        int size = segments.size();
        if (size < 2) {
            return Optional.empty();
        }
        if (segments.get(size - 1) instanceof KeyPath.Name name
                && segments.get(size - 2) instanceof KeyPath.Name above) {
            List<String> words = NameWords.of(above.name());
            boolean selector = isSelector(above.name());
            boolean labels = !words.isEmpty() && words.get(words.size() - 1).equals("labels") && !selector;
            return (what.equals("labels") ? labels : selector)
                    ? Optional.of(new Label(name.name(), leaf.text()))
                    : Optional.empty();
        }
        boolean listed = segments.get(size - 1) instanceof KeyPath.Index
                && what.equals("labels")
                && segments.get(size - 2) instanceof KeyPath.Name above
                && NameWords.of(above.name()).contains("labels");
        int sign = leaf.text().indexOf('=');
        return listed && sign > 0
                ? Optional.of(
                        new Label(leaf.text().substring(0, sign), leaf.text().substring(sign + 1)))
                : Optional.empty();
    }
}
