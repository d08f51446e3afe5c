package io.github.confgate.rule.check;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
                Scope scope = Scope.of(facts);
                String name = was.get().name();
                labelLost(
                        facts,
                        was.get(),
                        known.computeIfAbsent(scope.environment() + "\0" + name, key -> mentions(scope, name)),
                        said);
            }
            Optional<Label> asked = now.flatMap(leaf -> Label.of(leaf, "selector"));
            if (asked.isPresent()
                    && old.isPresent()
                    && asked.get().isPlain()
                    && !asked.equals(old.flatMap(leaf -> Label.of(leaf, "selector")))) {
                selectorMoved(facts, asked.get(), old.get(), said);
            }
        }
    }

    /** Where the name of a label stands: the labels there, and what is below a selector. */
    private record Mentions(Set<Label> labels, List<Scope.Found> selectors) {}

    private static Mentions mentions(Scope scope, String name) {
        List<Scope.Found> all = scope.leavesOf(name)
                .filter(found ->
                        found.leaf().text().contains(name) || isIn(found.leaf().key(), name))
                .toList();
        Set<Label> labels = new HashSet<>();
        all.forEach(found -> Label.of(found.leaf(), "labels").ifPresent(labels::add));
        return new Mentions(
                labels,
                all.stream().filter(found -> Label.isSelector(found.leaf())).toList());
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
        if (mentions.labels().contains(label)) {
            return;
        }
        mentions.selectors().stream()
                .filter(found -> label.isAskedFor(found.leaf()))
                .findFirst()
                .ifPresent(found -> said.at(
                        facts,
                        "nothing in " + Shown.place(facts) + " has the label `" + Shown.value(label.name())
                                + "` with that value any more, and " + found.place() + " still selects by it"));
    }

    private static void selectorMoved(Facts facts, Label label, Leaf old, RangeRule.Said said) {
        Scope scope = Scope.of(facts);
        List<Label> labels = scope.leavesOf(label.name())
                .flatMap(found -> Label.of(found.leaf(), "labels").stream())
                .filter(each -> each.name().equals(label.name()))
                .toList();
        boolean open = labels.stream().anyMatch(each -> !Patterns.isLiteral(each.value()));
        if (labels.isEmpty() || open || labels.contains(label)) {
            return;
        }
        Optional<Label> before = Label.of(old, "selector");
        boolean lost = before.filter(labels::contains).isPresent();
        said.at(
                facts,
                lost ? Severity.HIGH : Severity.MEDIUM,
                facts.change().key() + " selects by a label that nothing in " + Shown.place(facts) + " has");
    }
}
