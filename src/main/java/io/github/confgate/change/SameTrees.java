package io.github.confgate.change;

import io.github.confgate.document.Node;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Compares two trees from the top until they differ, for trees that do so soon or whose parts are mostly the same ones:
 * nothing is made for it. Gives up where it would take long, and where maps have their keys in another order.
 */
final class SameTrees {

    /** Whether two trees are equal, as far as that is known. */
    enum Answer {
        SAME,
        DIFFERENT,
        UNKNOWN
    }

    /** So many nodes are compared at most: aliases let few lines stand for many. */
    private static final int MOST = 100_000;

    private final BiPredicate<Node.Scalar, Node.Scalar> scalars;
    private int compared;

    private SameTrees(BiPredicate<Node.Scalar, Node.Scalar> scalars) {
        this.scalars = scalars;
    }

    /** @param scalars whether two scalars are equal */
    static Answer compare(Node a, Node b, BiPredicate<Node.Scalar, Node.Scalar> scalars) {
        return new SameTrees(scalars).compare(a, b);
    }

    private Answer compare(Node a, Node b) {
        if (a == b) {
            return Answer.SAME;
        }
        if (++compared > MOST) {
            return Answer.UNKNOWN;
        }
        if (a instanceof Node.Scalar one && b instanceof Node.Scalar other) {
            return scalars.test(one, other) ? Answer.SAME : Answer.DIFFERENT;
        }
        if (a instanceof Node.Mapping one && b instanceof Node.Mapping other) {
            return maps(one.entries(), other.entries());
        }
        return a instanceof Node.Sequence one && b instanceof Node.Sequence other
                ? lists(one.items(), other.items())
                : Answer.DIFFERENT;
    }

    private Answer maps(List<Node.Entry> a, List<Node.Entry> b) {
        if (a == b) {
            return Answer.SAME;
        }
        if (a.size() != b.size()) {
            return Answer.DIFFERENT;
        }
        for (int i = 0; i < a.size(); i++) {
            Node.Entry one = a.get(i);
            Node.Entry other = b.get(i);
            Answer answer = one.key().equals(other.key()) ? compare(one.value(), other.value()) : Answer.UNKNOWN;
            if (answer != Answer.SAME) {
                return answer;
            }
        }
        return Answer.SAME;
    }

    private Answer lists(List<Node> a, List<Node> b) {
        if (a == b) {
            return Answer.SAME;
        }
        if (a.size() != b.size()) {
            return Answer.DIFFERENT;
        }
        for (int i = 0; i < a.size(); i++) {
            Answer answer = compare(a.get(i), b.get(i));
            if (answer != Answer.SAME) {
                return answer;
            }
        }
        return Answer.SAME;
    }
}
