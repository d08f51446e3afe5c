package io.github.confgate.rule.check;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.document.Node;
import io.github.confgate.fact.Facts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The map that a changed key stands in, as it is now. */
final class Siblings {

    private Siblings() {}

    static Optional<Node.Mapping> around(Facts facts, KeyPath key) {
        return facts.around()
                .partAfter(facts.change())
                .flatMap(part -> Lookup.node(part, key.parent()))
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast);
    }

    /** The scalar beside a key under a name, however its words are joined. */
    static Optional<Node.Entry> named(Node.Mapping map, String folded) {
        return map.entries().stream()
                .filter(entry -> entry.value() instanceof Node.Scalar
                        && folded(entry.key()).equals(folded))
                .findFirst();
    }

    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }

    static String text(Node.Entry entry) {
        return entry.value() instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    static List<KeyPath.Segment> segments(Leaf leaf) {
        return leaf.key().segments();
    }
}
