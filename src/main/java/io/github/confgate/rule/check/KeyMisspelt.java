package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a new key that is a letter away from one that was there, that stands beside it, that its counterpart has or that
 * the other items of its list have, where the new name stands nowhere else.
 */
record KeyMisspelt(RuleSheet sheet) implements RangeRule {

    private static final int SHORTEST = 5;
    /** Beside each other stand names that are alike by chance, {@code audio} and {@code audit}. */
    private static final int SHORTEST_BESIDE = 7;

    /** Names of classes, which are alike by nature. */
    private static final KeyGlob LOGGERS = KeyGlob.parse("**.{log,logging,logger,loggers,category,level}.**");

    /** Searches of the whole tree that one range may cost. */
    private static final int SEARCHES = 40;

    private record Place(String path, KeyPath.Segment part, KeyPath parent) {}

    @Override
    public void look(List<Facts> changes, Said said) {
        Map<Place, Set<String>> removed = new HashMap<>();
        for (Facts facts : changes) {
            facts.change().before().ifPresent(old -> names(facts, old.key(), removed));
        }
        Set<String> searched = new HashSet<>();
        Set<String> told = new HashSet<>();
        for (Facts facts : changes) {
            Leaf now = facts.change().after().orElse(null);
            boolean isNew =
                    facts.change().kind() == Change.Kind.ADDED || facts.change().kind() == Change.Kind.MOVED;
            if (now != null && isNew && searched.size() < SEARCHES) {
                judge(facts, now.key(), removed, searched, told, said);
            }
        }
    }

    /** Every name on the way to what was there, by the map that holds it. */
    private static void names(Facts facts, KeyPath key, Map<Place, Set<String>> removed) {
        Change change = facts.change();
        if (change.kind() == Change.Kind.REMOVED || change.kind() == Change.Kind.MOVED) {
            newNames(facts.around().partAfter(change), key).ifPresent(gone -> removed.computeIfAbsent(
                            new Place(change.path(), change.part().id(), gone.parent()), place -> new HashSet<>())
                    .add(gone.lastName()));
        }
    }

    /** The uppermost name of a key that a part does not have, where it is one of a map. */
    private static Optional<KeyPath> newNames(Optional<Part> part, KeyPath key) {
        if (part.isEmpty()) {
            return Optional.empty();
        }
        List<KeyPath.Segment> segments = key.segments();
        for (int i = 1; i <= segments.size(); i++) {
            KeyPath prefix = new KeyPath(segments.subList(0, i));
            if (Lookup.node(part.get(), prefix).isEmpty()) {
                return segments.get(i - 1) instanceof KeyPath.Name ? Optional.of(prefix) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static void judge(
            Facts facts,
            KeyPath key,
            Map<Place, Set<String>> removed,
            Set<String> searched,
            Set<String> told,
            Said said) {
        Change change = facts.change();
        Optional<Part> before = facts.around().partBefore(change);
        Optional<KeyPath> added = newNames(before, key);
        if (added.isEmpty() || added.get().lastName().length() < SHORTEST || LOGGERS.matches(added.get())) {
            return;
        }
        KeyPath parent = added.get().parent();
        String name = added.get().lastName();
        Place place = new Place(change.path(), change.part().id(), parent);
        if (!told.add(place + name)) {
            return;
        }
        Set<String> gone = removed.getOrDefault(place, Set.of());
        Optional<String> near = NearNames.among(name, gone.stream());
        String where = "which is gone";
        if (near.isEmpty() && name.length() >= SHORTEST_BESIDE && added.get().equals(key)) {
            near = NearNames.among(name, NearNames.keys(facts.around().partAfter(change), parent))
                    .filter(other -> !NearNames.isPair(name, other));
            where = "which stands beside it";
        }
        if (near.isEmpty()) {
            near = NearNames.ofOtherItems(facts, parent, name);
            where = "which the others of its list have";
        }
        if (near.isEmpty()) {
            near = NearNames.among(name, NearNames.counterpartKeys(facts, parent))
                    .filter(other -> !NearNames.isThere(facts, parent.name(other)));
            where = "which its counterpart has";
        }
        if (near.isPresent() && searched.add(name) && KeysOfTree.isOnlyIn(facts, name)) {
            boolean sure = !where.startsWith("which is gone") || KeysOfTree.has(facts, near.get());
            said.at(
                    facts,
                    sure ? Severity.HIGH : Severity.LOW,
                    "the new key " + added.get() + " is a letter away from `" + near.get() + "`, " + where);
        }
    }
}
