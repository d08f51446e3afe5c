package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names that one part of a file defines and another refers to: a receiver, a volume, an upstream. */
final class NamesInDocument {

    private NamesInDocument() {}

    static void look(List<Facts> changes, RangeRule.Said said) {
        for (Facts facts : changes) {
            Change change = facts.change();
            Leaf now = change.after().orElse(null);
            Leaf old = change.before().orElse(null);
            if (now != null && old != null && change.kind() == Change.Kind.MODIFIED) {
                reference(facts, old.text(), now, said);
            } else if (now != null && change.kind() == Change.Kind.ADDED && isNameOfItem(now.key())) {
                replaced(changes, facts, now).ifPresent(was -> reference(facts, was, now, said));
            }
        }
        for (Gone gone : Gone.ofMoved(changes)) {
            definition(gone, said);
        }
    }

    private static boolean isNameOfItem(KeyPath key) {
        int size = key.segments().size();
        return key.lastName().equals("name")
                && size > 2
                && key.segments().get(size - 2) instanceof KeyPath.Selector
                && Definitions.referring(key).isPresent();
    }

    /** The name of the item that went from the same list in this range: items are known by their names. */
    private static Optional<String> replaced(List<Facts> changes, Facts facts, Leaf now) {
        KeyPath list = now.key().parent().parent();
        return changes.stream()
                .map(Facts::change)
                .filter(other -> other.kind() == Change.Kind.REMOVED
                        && other.path().equals(facts.change().path())
                        && other.part().id().equals(facts.change().part().id()))
                .flatMap(other -> other.before().stream())
                .filter(leaf ->
                        isNameOfItem(leaf.key()) && leaf.key().parent().parent().equals(list))
                .map(Leaf::text)
                .findFirst();
    }

    private static void reference(Facts facts, String old, Leaf now, RangeRule.Said said) {
        Optional<String> word = Definitions.referring(now.key());
        Optional<Part> part = facts.around().partAfter(facts.change());
        if (word.isEmpty()
                || part.isEmpty()
                || !Patterns.isLiteral(now.text())
                || now.text().isBlank()) {
            return;
        }
        for (Node collection : Definitions.collections(part.get(), now.key(), word.get())) {
            Set<String> names = Definitions.names(collection);
            String name = Definitions.named(word.get(), now.text());
            boolean isHost = word.get().endsWith("pass") && (name.contains(".") || name.contains(":"));
            if (!isHost && names.contains(Definitions.named(word.get(), old)) && !names.contains(name)) {
                said.at(
                        facts,
                        Severity.HIGH,
                        facts.change().key() + " refers to `"
                                + Shown.value(facts.shown().now())
                                + "`, which this file does not define; it defines what was referred to before");
            }
        }
    }

    private static void definition(Gone gone, RangeRule.Said said) {
        KeyPath.Segment last = gone.root().segments().get(gone.root().segments().size() - 1);
        String name = last instanceof KeyPath.Name key
                ? key.name()
                : Nodes.text(gone.was(), "name").orElse("");
        Set<String> words = Definitions.referringTo(gone.root().parent().lastName());
        if (name.isEmpty() || words.isEmpty()) {
            return;
        }
        Facts facts = gone.first();
        for (Leaf leaf : facts.around().leavesAfter(facts.change())) {
            Optional<String> word = leaf.text().contains(name) ? Definitions.referring(leaf.key()) : Optional.empty();
            if (word.filter(words::contains)
                    .filter(each -> Definitions.named(each, leaf.text()).equals(name))
                    .isPresent()) {
                boolean defined = facts.around().partAfter(facts.change()).stream()
                        .flatMap(part -> Definitions.collections(part, leaf.key(), word.get()).stream())
                        .anyMatch(node -> Definitions.names(node).contains(name));
                if (!defined) {
                    said.at(
                            facts,
                            gone.root() + " is gone, and " + leaf.key() + " (line "
                                    + leaf.region().line() + ") still refers to it");
                    return;
                }
            }
        }
    }
}
