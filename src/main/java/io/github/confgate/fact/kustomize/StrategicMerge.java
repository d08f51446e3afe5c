package io.github.confgate.fact.kustomize;

import io.github.confgate.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lays a patch over an object as Kubernetes does ("Strategic Merge Patch", kubernetes/community
 * sig-api-machinery/strategic-merge-patch.md): maps are merged, null removes a key, lists with a merge key are merged by
 * it and all others replaced; {@code $patch: delete} and {@code replace} do what they say. Lists of custom resources are
 * always replaced.
 */
final class StrategicMerge {

    private static final Map<String, List<String>> MERGE_KEYS = Map.of(
            "containers", List.of("name"),
            "initContainers", List.of("name"),
            "ephemeralContainers", List.of("name"),
            "volumes", List.of("name"),
            "env", List.of("name"),
            "imagePullSecrets", List.of("name"),
            "ports", List.of("containerPort", "port"),
            "volumeMounts", List.of("mountPath"),
            "volumeDevices", List.of("devicePath"),
            "hostAliases", List.of("ip"));
    private static final Set<String> BUILT_IN = Set.of("", "apps", "batch", "autoscaling", "policy", "extensions");
    private static final String DIRECTIVE = "$patch";

    private final boolean mergesLists;

    private StrategicMerge(boolean mergesLists) {
        this.mergesLists = mergesLists;
    }

    /** The patched object; null when the patch deletes it. */
    static @Nullable Node apply(Node object, Node patch) {
        String version = Tree.text(object, "apiVersion");
        int slash = version.indexOf('/');
        String group = slash < 0 ? "" : version.substring(0, slash);
        return new StrategicMerge(BUILT_IN.contains(group) || group.endsWith(".k8s.io")).merge("", object, patch);
    }

    private @Nullable Node merge(String field, Node under, Node over) {
        String directive = Tree.text(over, DIRECTIVE);
        if (directive.equals("delete")) {
            return null;
        }
        if (under instanceof Node.Sequence low && over instanceof Node.Sequence high) {
            String key = mergeKey(field, low, high);
            return key == null ? over : lists(key, low, high);
        }
        if (!(under instanceof Node.Mapping low) || !(over instanceof Node.Mapping high)) {
            return over;
        }
        if (directive.equals("replace")) {
            return Tree.with(high, DIRECTIVE, null);
        }
        Node.Mapping merged = low;
        for (Node.Entry entry : high.entries()) {
            Node below = merged.get(entry.key());
            Node value = Tree.isNull(entry.value())
                    ? null
                    : below == null ? entry.value() : merge(entry.key(), below, entry.value());
            merged = Tree.with(merged, entry.key(), value);
        }
        return merged;
    }

    private @Nullable String mergeKey(String field, Node.Sequence low, Node.Sequence high) {
        if (!mergesLists) {
            return null;
        }
        for (String key : MERGE_KEYS.getOrDefault(field, List.of())) {
            if (haveAll(low, key) && haveAll(high, key)) {
                return key;
            }
        }
        return null;
    }

    private static boolean haveAll(Node.Sequence list, String key) {
        return list.items().stream().noneMatch(item -> Tree.text(item, key).isEmpty());
    }

    private Node lists(String key, Node.Sequence low, Node.Sequence high) {
        List<Node> items = new ArrayList<>(low.items());
        for (Node item : high.items()) {
            int place = 0;
            while (place < items.size() && !Tree.text(items.get(place), key).equals(Tree.text(item, key))) {
                place++;
            }
            if (place == items.size()) {
                if (!Tree.text(item, DIRECTIVE).equals("delete")) {
                    items.add(item);
                }
                continue;
            }
            Node merged = merge("", items.get(place), item);
            if (merged == null) {
                items.remove(place);
            } else {
                items.set(place, merged);
            }
        }
        return new Node.Sequence(items, low.region(), low.origin());
    }
}
