package io.github.confgate.rule.sheet;

import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Surroundings;
import io.github.confgate.rule.FoldedKey;
import io.github.confgate.rule.KeyGlob;
import java.util.ArrayList;
import java.util.List;

/**
 * Values of other places, as they are now.
 *
 * @param in where to look
 * @param keys which keys count; empty for those of the same last name as the changed one
 * @param test what must be true of the values
 * @param every whether of all of them, of which there must be one at least, and not of any
 */
record Elsewhere(Where in, List<KeyGlob> keys, ValueTest test, boolean every) implements Condition {

    /** Where to look. */
    enum Where {
        /** The document that the key is in. */
        DOCUMENT,
        /** All documents of the same environment; of an unknown one, or a shared layer, those of none. */
        ENVIRONMENT,
        /** Every configuration file. */
        TREE;

        static final List<String> IDS = List.of("document", "environment", "tree");
    }

    private record Found(String path, FoldedKey folded, Leaf leaf) {}

    private record Place(Where in, String environment, String path, KeyPath.Segment part, String name) {}

    @Override
    public boolean holds(Subject subject) {
        boolean any = false;
        for (Found found : found(subject)) {
            if (isOther(found, subject) && isMeant(found)) {
                boolean holds = test.holds(found.leaf(), subject);
                if (holds != every) {
                    return holds;
                }
                any = true;
            }
        }
        return any && every;
    }

    private static boolean isOther(Found found, Subject subject) {
        Leaf own = subject.value();
        return !found.path().equals(subject.facts().change().path())
                || !found.leaf().key().equals(own.key())
                || !found.leaf().region().equals(own.region());
    }

    private boolean isMeant(Found found) {
        return keys.isEmpty() || keys.stream().anyMatch(glob -> glob.matches(found.folded()));
    }

    private List<Found> found(Subject subject) {
        Facts facts = subject.facts();
        String name = keys.isEmpty() ? SiblingKeys.plain(subject.value().key()).lastName() : "";
        Environment environment = facts.environment();
        boolean own = in == Where.DOCUMENT;
        Place place = new Place(
                in,
                in == Where.ENVIRONMENT && environment != null ? environment.name() : "",
                own ? facts.change().path() : "",
                own ? facts.change().part().id() : new KeyPath.Index(0),
                name);
        return facts.around().once(place, () -> look(place, facts));
    }

    private static List<Found> look(Place place, Facts facts) {
        List<Found> found = new ArrayList<>();
        if (place.in() == Where.DOCUMENT) {
            add(place.path(), facts.around().leavesAfter(facts.change()), place, found);
            return found;
        }
        Surroundings around = facts.around();
        around.after().paths().stream()
                .sorted()
                .filter(path -> place.in() == Where.TREE || place.environment().equals(environment(around, path)))
                .filter(path -> place.name().isEmpty() || around.after().mayContain(path, place.name()))
                .flatMap(path -> around.after().document(path).stream())
                .forEach(document -> add(document, place, found));
        return found;
    }

    private static String environment(Surroundings around, String path) {
        Environment environment = around.environments().of(path).environment();
        return environment == null ? "" : environment.name();
    }

    private static void add(Document document, Place place, List<Found> found) {
        document.parts().forEach(part -> add(document.path(), Leaves.of(part), place, found));
    }

    private static void add(String path, List<Leaf> leaves, Place place, List<Found> found) {
        for (Leaf leaf : leaves) {
            if (place.name().isEmpty()
                    || SiblingKeys.plain(leaf.key()).lastName().equals(place.name())) {
                found.add(new Found(path, FoldedKey.of(leaf.key()), leaf));
            }
        }
    }
}
