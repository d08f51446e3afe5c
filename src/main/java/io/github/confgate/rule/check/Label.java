package io.github.confgate.rule.check;

import io.github.confgate.change.NameWords;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.rule.FoldedKey;
import java.util.List;
import java.util.Optional;

/** A label: the name and value below {@code labels}, or what a text such as {@code name=value} says. */
record Label(String name, String value) {

    boolean isPlain() {
        return !value.isBlank() && Patterns.isLiteral(value) && Patterns.isLiteral(name);
    }

    /** Whether a selector asks for it. */
    boolean isAskedFor(Leaf leaf) {
        Optional<Label> asked = of(leaf, "selector");
        if (asked.isPresent()) {
            return asked.get().equals(this);
        }
        String text = leaf.text();
        if (!isSelector(leaf) || !text.contains(name)) {
            return false;
        }
        return text.contains("has(" + name)
                || text.contains(name + "=" + value)
                || text.equals(name)
                || text.contains(name + " ");
    }

    /** Whether a leaf is part of a selector. */
    static boolean isSelector(Leaf leaf) {
        return leaf.key().segments().stream()
                .anyMatch(segment -> segment instanceof KeyPath.Name above && isSelector(above.name()));
    }

    private static boolean isSelector(String name) {
        List<String> words = NameWords.of(name);
        return words.contains("selector") || words.contains("selectors") || name.equals("matchLabels");
    }

    private static boolean areLabels(String name) {
        List<String> words = NameWords.of(name);
        return !words.isEmpty() && words.get(words.size() - 1).equals("labels");
    }

    /** Tells most leaves apart from those that may be a label or ask for one. */
    static boolean mayBe(Leaf leaf) {
        FoldedKey key = FoldedKey.of(leaf.key());
        return key.holds("label") || key.holds("selector");
    }

    /** What a leaf right below a map of labels, or of a selector, says. */
    static Optional<Label> of(Leaf leaf, String what) {
        List<KeyPath.Segment> segments = leaf.key().segments();
        int size = segments.size();
        if (size < 2) {
            return Optional.empty();
        }
        if (segments.get(size - 1) instanceof KeyPath.Name name
                && segments.get(size - 2) instanceof KeyPath.Name above) {
            boolean selector = isSelector(above.name());
            return (what.equals("labels") ? !selector && areLabels(above.name()) : selector)
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
