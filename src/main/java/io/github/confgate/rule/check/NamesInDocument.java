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
        if (!Patterns.isLiteral(now.text()) || now.text().isBlank()) {
            return;
        }
        Optional<String> word = Definitions.referring(now.key());
        if (word.isEmpty() && (!LikelyNames.isName(old) || !LikelyNames.isName(now.text()))) {
            return;
        }
        Optional<Part> part = facts.around().partAfter(facts.change());
        if (part.isEmpty()) {
            return;
        }
        if (word.isEmpty()
                || Definitions.collections(part.get(), now.key(), word.get()).isEmpty()) {
            likely(facts, part.get(), old, now, said);
            return;
        }
        for (Node collection : Definitions.collections(part.get(), now.key(), word.get())) {
            Set<String> names = Definitions.names(collection);
            String name = Definitions.named(word.get(), now.text());
            boolean isHost = word.get().endsWith("pass") && (name.contains(".") || name.contains(":"));
            if (!isHost && names.contains(Definitions.named(word.get(), old)) && !names.contains(name)) {
                undefined(facts, said);
            }
        }
    }

    private static void likely(Facts facts, Part part, String old, Leaf now, RangeRule.Said said) {
        if (LikelyNames.isName(old)
                && LikelyNames.isName(now.text())
                && LikelyNames.around(part, now.key(), old)
                        .filter(names -> !names.contains(now.text()))
                        .isPresent()) {
            undefined(facts, said);
        }
    }

    private static void undefined(Facts facts, RangeRule.Said said) {
        said.at(
                facts,
                Severity.HIGH,
                facts.change().key() + " refers to `"
                        + Shown.value(facts.shown().now())
                        + "`, which this file does not define; it defines what was referred to before");
    }

    private static void definition(Gone gone, RangeRule.Said said) {
        KeyPath.Segment last = gone.root().segments().get(gone.root().segments().size() - 1);
        String name = last instanceof KeyPath.Name key
                ? key.name()
                : Nodes.text(gone.was(), "name").orElse("");
        Set<String> words = Definitions.referringTo(gone.root().parent().lastName());
        Facts facts = gone.first();
        if (name.isEmpty()) {
            return;
        }
        if (words.isEmpty()) {
            likelyGone(gone, facts, said);
            return;
        }
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

    /** What was defined in a list is gone, while a key that looks as if it referred to that list still names it. */
    private static void likelyGone(Gone gone, Facts facts, RangeRule.Said said) {
        String list = gone.root().parent().lastName();
        KeyPath.Segment last = gone.root().segments().get(gone.root().segments().size() - 1);
        Set<String> names = last instanceof KeyPath.Name key
                ? Set.of(key.name())
                : LikelyNames.names(
                        new Node.Sequence(List.of(gone.was()), gone.was().region(), null));
        Set<String> left = LikelyNames.names(gone.container());
        for (Leaf leaf : facts.around().leavesAfter(facts.change())) {
            if (names.contains(leaf.text())
                    && !left.contains(leaf.text())
                    && LikelyNames.isName(leaf.text())
                    && !leaf.key().lastName().equals("name")
                    && LikelyNames.isListOf(list, LikelyNames.words(leaf.key()))
                    && startsOutside(leaf.key(), gone.root().parent())) {
                said.at(
                        facts,
                        gone.root() + " is gone, and " + leaf.key() + " (line "
                                + leaf.region().line() + ") still refers to it");
                return;
            }
        }
    }

    private static boolean startsOutside(KeyPath key, KeyPath list) {
        int size = list.segments().size();
        return key.segments().size() <= size || !key.segments().subList(0, size).equals(list.segments());
    }
}
