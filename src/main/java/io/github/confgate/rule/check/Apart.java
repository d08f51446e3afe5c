package io.github.confgate.rule.check;

import io.github.confgate.document.Node;

/** Whether two conditions never hold of the same thing. */
final class Apart {

    private Apart() {}

    static boolean are(Node a, Node b) {
        if (a instanceof Node.Mapping one && b instanceof Node.Mapping other) {
            return one.entries().stream().anyMatch(entry -> {
                Node same = other.get(entry.key());
                return same != null
                        && are(entry.value(), same)
                        && !(Patterns.isPrefix(entry) && isBegunByOther(entry.value(), same));
            });
        }
        if (a instanceof Node.Sequence list) {
            return !list.items().isEmpty() && list.items().stream().allMatch(item -> are(item, b));
        }
        if (b instanceof Node.Sequence list) {
            return !list.items().isEmpty() && list.items().stream().allMatch(item -> are(a, item));
        }
        return a instanceof Node.Scalar one
                && b instanceof Node.Scalar other
                && isExact(one.text())
                && isExact(other.text())
                && !Patterns.covers(one.text().strip(), other.text().strip())
                && !Patterns.covers(other.text().strip(), one.text().strip());
    }

    private static boolean isBegunByOther(Node a, Node b) {
        return Patterns.isBegun(a, b) || Patterns.isBegun(b, a);
    }

    /** Nothing but what is written matches, or all that begins so. */
    private static boolean isExact(String text) {
        return Patterns.isLiteral(text.replaceAll("/?\\*+$", ""));
    }
}
