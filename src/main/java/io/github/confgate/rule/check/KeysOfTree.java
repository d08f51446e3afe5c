package io.github.confgate.rule.check;

import io.github.confgate.document.Document;
import io.github.confgate.document.Node;
import io.github.confgate.fact.Facts;

/** Where the names of keys stand in the files as they are now. */
final class KeysOfTree {

    private KeysOfTree() {}

    /** Whether no other place has the key than the one that the change makes. */
    static boolean isOnlyIn(Facts facts, String name) {
        return facts.around()
                .after()
                .mentioning(name)
                .allMatch(document -> count(document, name) < 2
                        && (document.path().equals(facts.change().path()) || count(document, name) == 0));
    }

    static boolean has(Facts facts, String name) {
        return facts.around().after().mentioning(name).anyMatch(document -> count(document, name) > 0);
    }

    private static long count(Document document, String name) {
        return document.parts().stream()
                .mapToLong(part -> count(part.root(), name))
                .sum();
    }

    private static long count(Node node, String name) {
        if (node instanceof Node.Mapping map) {
            long here = 0;
            for (Node.Entry entry : map.entries()) {
                here += (entry.key().equals(name) ? 1 : 0) + count(entry.value(), name);
            }
            return here;
        }
        return node instanceof Node.Sequence list
                ? list.items().stream().mapToLong(item -> count(item, name)).sum()
                : 0;
    }
}
