package io.github.confgate.fact.kustomize;

import io.github.confgate.document.Document;
import io.github.confgate.document.Node;
import io.github.confgate.document.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@code kustomization.yaml} (Kustomize reference, "The Kustomization File").
 *
 * @param path of the file
 * @param folder that it stands in, with a slash at its end; empty at the top
 */
public record Kustomization(String path, String folder, Node root) {

    public static final List<String> NAMES = List.of("kustomization.yaml", "kustomization.yml");

    static Optional<Kustomization> of(Document document) {
        String path = document.path();
        return Optional.of(new Kustomization(
                path,
                path.substring(0, path.lastIndexOf('/') + 1),
                document.parts().get(0).root()));
    }

    /** What it is made from: resources and bases, then components. */
    List<Node> sources() {
        List<Node> sources = new ArrayList<>(list("resources"));
        sources.addAll(list("bases"));
        sources.addAll(list("components"));
        return sources;
    }

    List<Node> list(String field) {
        return Tree.items(Tree.at(root, field));
    }

    static boolean isRemote(String resource) {
        return resource.contains("://")
                || resource.contains("?ref=")
                || resource.startsWith("git@")
                || resource.startsWith("github.com/")
                || resource.contains(".git//");
    }

    /** The files within the tree that it names, besides its sources. */
    List<String> files() {
        List<String> files = new ArrayList<>();
        for (Node node : list("patchesStrategicMerge")) {
            Tree.text(node).filter(text -> text.indexOf('\n') < 0).ifPresent(files::add);
        }
        for (String field : List.of("patches", "patchesJson6902")) {
            list(field).forEach(node -> Tree.text(Tree.at(node, "path")).ifPresent(files::add));
        }
        for (String field : List.of("configMapGenerator", "secretGenerator")) {
            for (Node generator : list(field)) {
                for (String kind : List.of("files", "envs")) {
                    for (Node node : Tree.items(Tree.at(generator, kind))) {
                        Tree.text(node)
                                .map(text -> text.substring(text.indexOf('=') + 1))
                                .ifPresent(files::add);
                    }
                }
                Tree.text(Tree.at(generator, "env")).ifPresent(files::add);
            }
        }
        return files;
    }

    /** A path that it names, from the top of the tree on; null when that leads out of it. */
    @Nullable
    String resolve(String relative) {
        return TreePath.resolve(folder, relative);
    }
}
