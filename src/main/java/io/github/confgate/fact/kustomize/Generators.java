package io.github.confgate.fact.kustomize;

import io.github.confgate.document.Document;
import io.github.confgate.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the objects of {@code configMapGenerator} and {@code secretGenerator} (Kustomize reference): data from literals,
 * env files and files; {@code behavior: merge} goes over what a base generated. A file that confgate can parse stands as
 * its tree under its name, and names keep no hash.
 */
final class Generators {

    private Generators() {}

    static List<Renderer.Item> add(
            List<Renderer.Item> items,
            String kind,
            Node generator,
            Kustomization own,
            Sources sources,
            BiConsumer<Node, String> originate) {
        String name = Tree.text(generator, "name");
        Node.Mapping data = data(generator, own, sources, originate);
        List<Renderer.Item> all = new ArrayList<>();
        boolean merges = Tree.text(generator, "behavior").equals("merge");
        for (Renderer.Item item : items) {
            boolean same = item.kind().equals(kind) && item.name().equals(name);
            if (same && merges && Tree.at(item.root(), "data") instanceof Node.Mapping under) {
                for (Node.Entry entry : under.entries()) {
                    data = data.get(entry.key()) == null ? Tree.with(data, entry.key(), entry.value()) : data;
                }
            }
            if (!same) {
                all.add(item);
            }
        }
        Node.Mapping metadata = Tree.with(
                new Node.Mapping(List.of(), generator.region(), null), "name", Tree.string(name, generator.region()));
        Node.Mapping root = Tree.with(
                new Node.Mapping(List.of(), generator.region(), null), "kind", Tree.string(kind, generator.region()));
        root = Tree.with(Tree.with(root, "metadata", metadata), "data", data);
        all.add(new Renderer.Item(kind, name, root));
        return all;
    }

    private static Node.Mapping data(
            Node generator, Kustomization own, Sources sources, BiConsumer<Node, String> originate) {
        Node.Mapping data = new Node.Mapping(List.of(), generator.region(), null);
        List<Node> envs = new ArrayList<>(Tree.items(Tree.at(generator, "envs")));
        Node env = Tree.at(generator, "env");
        if (env != null) {
            envs.add(env);
        }
        for (Node node : envs) {
            if (root(Tree.text(node).orElse(""), own, sources, originate) instanceof Node.Mapping map) {
                for (Node.Entry entry : map.entries()) {
                    data = Tree.with(data, entry.key(), entry.value());
                }
            }
        }
        for (Node node : Tree.items(Tree.at(generator, "files"))) {
            String text = Tree.text(node).orElse("");
            String path = text.substring(text.indexOf('=') + 1);
            String key = text.contains("=")
                    ? text.substring(0, text.indexOf('='))
                    : path.substring(path.lastIndexOf('/') + 1);
            Node root = root(path, own, sources, originate);
            data = Tree.with(data, key, root == null ? Tree.string(path, node.region()) : root);
        }
        for (Node node : Tree.items(Tree.at(generator, "literals"))) {
            String text = Tree.text(node).orElse("");
            int equals = text.indexOf('=');
            if (equals > 0) {
                String value = text.substring(equals + 1).replaceAll("^([\"'])(.*)\\1$", "$2");
                data = Tree.with(data, text.substring(0, equals), Tree.string(value, node.region()));
            }
        }
        return data;
    }

    private static @Nullable Node root(
            String name, Kustomization own, Sources sources, BiConsumer<Node, String> originate) {
        String path = own.resolve(name);
        Document document = path == null ? null : sources.document(path).orElse(null);
        if (path == null || document == null) {
            return null;
        }
        Node root = document.parts().get(0).root();
        originate.accept(root, path);
        return root;
    }
}
