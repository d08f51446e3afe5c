package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Names that one part of a file defines and another refers to: a receiver, a volume, an upstream. */
final class NamesInDocument {

    private NamesInDocument() {}

    /** A list of items that are known by their names. */
    private record Place(String path, KeyPath.Segment part, KeyPath list) {
        static Place of(Facts facts, Leaf name) {
            Change change = facts.change();
            return new Place(
                    change.path(), change.part().id(), name.key().parent().parent());
        }
    }

    private record Texts(String path, KeyPath.Segment part) {}

    static void look(List<Facts> changes, RangeRule.Said said) {
        Map<Place, String> replaced = replaced(changes);
        for (Facts facts : changes) {
            Change change = facts.change();
            Leaf now = change.after().orElse(null);
            Leaf old = change.before().orElse(null);
            if (now != null && old != null && change.kind() == Change.Kind.MODIFIED) {
                reference(facts, old.text(), now, said);
            } else if (now != null && change.kind() == Change.Kind.ADDED && isNameOfItem(now.key())) {
                String was = replaced.get(Place.of(facts, now));
                if (was != null) {
                    reference(facts, was, now, said);
                }
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

    /** The name of the first item that went from each list in this range: items are known by their names. */
    private static Map<Place, String> replaced(List<Facts> changes) {
        Map<Place, String> replaced = new HashMap<>();
        for (Facts facts : changes) {
            if (facts.change() instanceof Change.Removed removed
                    && isNameOfItem(removed.old().key())) {
                replaced.putIfAbsent(
                        Place.of(facts, removed.old()), removed.old().text());
            }
        }
        return replaced;
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
        List<Node> collections = word.map(each -> Definitions.collections(part.get(), now.key(), each))
                .orElse(List.of());
        if (word.isEmpty() || collections.isEmpty()) {
            likely(facts, part.get(), old, now, said);
            return;
        }
        for (Node collection : collections) {
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
        if (Collections.disjoint(texts(facts), names)) {
            return;
        }
        Set<String> left = LikelyNames.names(gone.container());
        for (Leaf leaf : facts.around().leavesAfter(facts.change())) {
            if (names.contains(leaf.text())
                    && !left.contains(leaf.text())
                    && LikelyNames.isName(leaf.text())
                    && !leaf.key().lastName().equals("name")
                    && LikelyNames.isListOf(list, LikelyNames.words(leaf.key()))
                    && isOutside(leaf.key(), gone.root().parent())) {
                said.at(
                        facts,
                        gone.root() + " is gone, and " + leaf.key() + " (line "
                                + leaf.region().line() + ") still refers to it");
                return;
            }
        }
    }

    /** All that values of the file say: most of what is gone nobody names. */
    private static Set<String> texts(Facts facts) {
        Change change = facts.change();
        return facts.around()
                .once(new Texts(change.path(), change.part().id()), () -> facts.around().leavesAfter(change).stream()
                        .map(Leaf::text)
                        .collect(Collectors.toSet()));
    }

    private static boolean isOutside(KeyPath key, KeyPath list) {
        return key.equals(list) || !key.startsWith(list);
    }
}
