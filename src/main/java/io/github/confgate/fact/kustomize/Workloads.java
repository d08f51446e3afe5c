package io.github.confgate.fact.kustomize;

import io.github.confgate.document.Node;
import io.github.confgate.source.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code images} and {@code replicas} of a kustomization (Kustomize reference, "images" and "replicas"). */
final class Workloads {

    private static final Set<String> LISTS = Set.of("containers", "initContainers", "ephemeralContainers");
    private static final Set<String> SCALED =
            Set.of("Deployment", "ReplicaSet", "ReplicationController", "StatefulSet");

    private Workloads() {}

    /** The object with the images of its containers exchanged. */
    static Node images(Node node, List<Node> images) {
        if (node instanceof Node.Sequence list) {
            return new Node.Sequence(
                    list.items().stream().map(item -> images(item, images)).toList(), list.region(), list.origin());
        }
        if (!(node instanceof Node.Mapping map)) {
            return node;
        }
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : map.entries()) {
            Node value = entry.value();
            if (LISTS.contains(entry.key()) && value instanceof Node.Sequence list) {
                value = new Node.Sequence(
                        list.items().stream()
                                .map(item -> container(item, images))
                                .toList(),
                        list.region(),
                        list.origin());
            } else {
                value = images(value, images);
            }
            entries.add(new Node.Entry(entry.key(), entry.keyRegion(), value));
        }
        return new Node.Mapping(entries, map.region(), map.origin());
    }

    private static Node container(Node item, List<Node> images) {
        Node.Mapping container = item instanceof Node.Mapping map ? map : null;
        String image = Tree.text(item, "image");
        for (Node each : container == null || image.isEmpty() ? List.<Node>of() : images) {
            String name = Tree.text(each, "name");
            if (name(image).equals(name) && container != null) {
                return Tree.with(container, "image", Tree.string(exchanged(image, each), place(each)));
            }
        }
        return item;
    }

    private static String exchanged(String image, Node change) {
        String name = Tree.text(Tree.at(change, "newName")).orElse(name(image));
        String tag = Tree.text(change, "newTag");
        String digest = Tree.text(change, "digest");
        if (!digest.isEmpty()) {
            return name + "@" + digest;
        }
        return name + (tag.isEmpty() ? image.substring(name(image).length()) : ":" + tag);
    }

    /** An image without its tag and digest: a colon before the last slash is a port. */
    private static String name(String image) {
        int digest = image.indexOf('@');
        String whole = digest < 0 ? image : image.substring(0, digest);
        int colon = whole.lastIndexOf(':');
        return colon > whole.lastIndexOf('/') ? whole.substring(0, colon) : whole;
    }

    private static Region place(Node change) {
        for (String field : List.of("newTag", "digest", "newName")) {
            @Nullable Node node = Tree.at(change, field);
            if (node != null) {
                return node.region();
            }
        }
        return change.region();
    }

    /** The object with the number of replicas that is set for its name. */
    static Node replicas(Node root, String kind, String name, List<Node> replicas) {
        for (Node each : replicas) {
            Node count = Tree.at(each, "count");
            if (SCALED.contains(kind) && Tree.text(each, "name").equals(name) && count != null) {
                return Tree.replace(root, List.of("spec", "replicas"), 0, old -> count);
            }
        }
        return root;
    }
}
