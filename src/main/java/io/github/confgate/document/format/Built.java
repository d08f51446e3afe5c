package io.github.confgate.document.format;

import io.github.confgate.document.Node;

/**
 * A node that is done.
 *
 * @param start where it stands in the text, in code points; of an alias, the alias
 * @param nodes how many nodes it is with all its aliases expanded
 * @param height how many levels of maps and lists it is high, expanded
 */
record Built(Node node, int start, int end, long nodes, int height) {

    boolean isBlank() {
        return node instanceof Node.Scalar scalar
                && start == end
                && scalar.text().isEmpty();
    }
}
