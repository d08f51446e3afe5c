package io.github.confgate.rule.check;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Labels that selectors ask for. */
final class LabelReferences {

    private LabelReferences() {}

    static void look(List<Facts> changes, RangeRule.Said said) {
        // Many objects have the same labels, and each is looked for in all files.
        Map<String, Mentions> known = new HashMap<>();
        for (Facts facts : changes) {
            Optional<Leaf> old = facts.change().before();
            Optional<Leaf> now = facts.change().after();
            if (old.filter(Label::mayBe).isEmpty() && now.filter(Label::mayBe).isEmpty()) {
                continue;
            }
            Optional<Label> was = old.flatMap(leaf -> Label.of(leaf, "labels"));
            if (was.isPresent() && was.get().isPlain() && !was.equals(now.flatMap(leaf -> Label.of(leaf, "labels")))) {
                labelLost(facts, was.get(), mentions(facts, was.get().name(), known), said);
            }
            Optional<Label> asked = now.flatMap(leaf -> Label.of(leaf, "selector"));
            if (asked.isPresent()
                    && old.isPresent()
                    && asked.get().isPlain()
                    && !asked.equals(old.flatMap(leaf -> Label.of(leaf, "selector")))) {
                selectorMoved(
                        facts,
                        asked.get(),
                        old.get(),
                        mentions(facts, asked.get().name(), known),
                        said);
            }
        }
    }

    /**
     * Where the name of a label stands.
     *
     * @param labels that there are with the name
     * @param open whether one of them has a value that only a tool knows
     * @param asking the first selector that asks for a label, by its place among all
     * @param texts selectors that ask in words of their own, by their places
     */
    private record Mentions(Set<Label> labels, boolean open, Map<Label, Place> asking, List<Place> texts) {

        /** The first selector that asks for a label; null where none does. */
        @Nullable
        Place of(Label label) {
            Place first = asking.get(label);
            for (Place text : texts) {
                if ((first == null || text.number() < first.number())
                        && label.isAskedFor(text.found().leaf())) {
                    return text;
                }
            }
            return first;
        }
    }

    private record Place(int number, Scope.Found found) {}

    private static Mentions mentions(Facts facts, String name, Map<String, Mentions> known) {
        Scope scope = Scope.of(facts);
        return known.computeIfAbsent(scope.environment() + "\0" + name, key -> mentions(scope, name));
    }

    private static Mentions mentions(Scope scope, String name) {
        Set<Label> labels = new HashSet<>();
        Map<Label, Place> asking = new HashMap<>();
        List<Place> texts = new ArrayList<>();
        List<Scope.Found> all = scope.leavesOf(name)
                .filter(found ->
                        found.leaf().text().contains(name) || isIn(found.leaf().key(), name))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            Leaf leaf = all.get(i).leaf();
            Place place = new Place(i, all.get(i));
            Label.of(leaf, "labels").filter(label -> label.name().equals(name)).ifPresent(labels::add);
            if (Label.isSelector(leaf)) {
                Label.of(leaf, "selector")
                        .ifPresentOrElse(label -> asking.putIfAbsent(label, place), () -> texts.add(place));
            }
        }
        boolean open = labels.stream().anyMatch(each -> !Patterns.isLiteral(each.value()));
        return new Mentions(labels, open, asking, texts);
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

    private static void labelLost(Facts facts, Label label, Mentions mentions, RangeRule.Said said) {
        Place asking = mentions.labels().contains(label) ? null : mentions.of(label);
        if (asking != null) {
            said.at(
                    facts,
                    "nothing in " + Shown.place(facts) + " has the label `" + Shown.value(label.name())
                            + "` with that value any more, and "
                            + asking.found().place() + " still selects by it");
        }
    }

    private static void selectorMoved(Facts facts, Label label, Leaf old, Mentions mentions, RangeRule.Said said) {
        if (mentions.labels().isEmpty() || mentions.open() || mentions.labels().contains(label)) {
            return;
        }
        boolean lost =
                Label.of(old, "selector").filter(mentions.labels()::contains).isPresent();
        said.at(
                facts,
                lost ? Severity.HIGH : Severity.MEDIUM,
                facts.change().key() + " selects by a label that nothing in " + Shown.place(facts) + " has");
    }
}
