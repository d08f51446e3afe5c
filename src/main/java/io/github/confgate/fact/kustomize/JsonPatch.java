package io.github.confgate.fact.kustomize;

import io.github.confgate.document.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies {@code add}, {@code replace} and {@code remove} of a JSON patch (RFC 6902); what does not fit is left out. */
final class JsonPatch {

    private JsonPatch() {}

    static boolean isPatch(Node node) {
        return node instanceof Node.Sequence list
                && list.items().stream().noneMatch(item -> Tree.text(item, "op").isEmpty());
    }

    static Node apply(Node object, Node patch) {
        Node result = object;
        for (Node operation : Tree.items(patch)) {
            String pointer = Tree.text(operation, "path");
            if (pointer.startsWith("/")) {
                List<String> steps = Arrays.stream(pointer.substring(1).split("/", -1))
                        .map(step -> step.replace("~1", "/").replace("~0", "~"))
                        .toList();
                Node changed = change(result, steps, 0, Tree.text(operation, "op"), Tree.at(operation, "value"));
                result = changed == null ? result : changed;
            }
        }
        return result;
    }

    /** The node with the operation done below it; null where the place is not there. */
    private static @Nullable Node change(
            @Nullable Node node, List<String> steps, int i, String operation, @Nullable Node value) {
        String step = steps.get(i);
        boolean last = i == steps.size() - 1;
        boolean removes = operation.equals("remove");
        if (last && !removes && (value == null || !(operation.equals("add") || operation.equals("replace")))) {
            return null;
        }
        if (node instanceof Node.Mapping map) {
            Node below = last ? value : change(map.get(step), steps, i + 1, operation, value);
            return last && removes ? Tree.with(map, step, null) : below == null ? null : Tree.with(map, step, below);
        }
        if (!(node instanceof Node.Sequence list)) {
            return null;
        }
        int size = list.items().size();
        int index = step.equals("-") ? size : index(step);
        boolean inserts = last && operation.equals("add");
        if (index < 0 || index > size || (index == size && !inserts)) {
            return null;
        }
        List<Node> items = new ArrayList<>(list.items());
        if (last && removes) {
            items.remove(index);
        } else {
            Node item = last ? value : change(items.get(index), steps, i + 1, operation, value);
            if (item == null) {
                return null;
            }
            if (inserts) {
                items.add(index, item);
            } else {
                items.set(index, item);
            }
        }
        return new Node.Sequence(items, list.region(), list.origin());
    }

    private static int index(String step) {
        boolean number = !step.isEmpty() && step.length() < 7 && step.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(step) : -1;
    }
}
