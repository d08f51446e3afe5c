package io.github.confgate.rule;

import io.github.confgate.change.Change;
import io.github.confgate.change.Keys;
import io.github.confgate.change.Masking;
import io.github.confgate.change.PartRef;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.fact.Surroundings;
import io.github.confgate.source.Region;
import java.util.List;

/** Facts about one change, for tests of rules. */
public final class TestFacts {

    private static final PartRef ALONE = new PartRef(new KeyPath.Index(0), true);
    private static final Region HERE = new Region(3, 5, 3, 9);

    private TestFacts() {}

    public static Leaf leaf(String key, String text) {
        return new Leaf(Keys.key(key), new Node.Scalar(ScalarType.STRING, text, HERE, null), HERE, HERE, null);
    }

    public static Change modified(String key, String old, String now) {
        return new Change.Modified("a.yml", "a.yml", ALONE, leaf(key, old), leaf(key, now));
    }

    public static Change added(String key, String now) {
        return new Change.Added("a.yml", ALONE, leaf(key, now));
    }

    public static Change removed(String key, String old) {
        return new Change.Removed("a.yml", "a.yml", ALONE, leaf(key, old), HERE);
    }

    public static Change moved(String from, String to, String value) {
        return new Change.Moved("a.yml", "a.yml", ALONE, leaf(from, value), leaf(to, value));
    }

    /** A change in production, of a pipeline that was only detected, of a first environment. */
    public static Facts of(Change change) {
        return of(change, Promotion.of(Promotion.Status.NOT_GATED, null), 0, false);
    }

    public static Facts of(Change change, Promotion promotion, int distance, boolean declared) {
        Environment environment =
                Environment.of(List.of("production", "staging", "development").get(distance));
        return new Facts(
                change,
                new Masking().mask(change),
                environment,
                List.of(environment),
                List.of(promotion),
                List.of(),
                distance,
                List.of("development", "test", "integration", "staging").subList(0, 4 - distance),
                declared,
                List::of,
                Surroundings.none());
    }
}
