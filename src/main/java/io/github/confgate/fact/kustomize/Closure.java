package io.github.confgate.fact.kustomize;

import io.github.confgate.document.Node;
import io.github.confgate.source.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The files that a folder is rendered from, lowest first, told from the kustomizations alone.
 *
 * @param paths bases before what goes over them; the folder's own kustomization is the last
 * @param kustomizations those among them that are kustomizations, lowest first
 * @param unresolved what is fetched from somewhere else and so not known
 */
public record Closure(List<String> paths, List<String> kustomizations, List<Diagnostic> unresolved) {

    public Closure {
        paths = List.copyOf(paths);
        kustomizations = List.copyOf(kustomizations);
        unresolved = List.copyOf(unresolved);
    }

    public static Closure of(Sources sources, String folder) {
        Set<String> paths = new LinkedHashSet<>();
        Set<String> kustomizations = new LinkedHashSet<>();
        List<Diagnostic> unresolved = new ArrayList<>();
        collect(sources, folder, paths, kustomizations, unresolved, new LinkedHashSet<>());
        return new Closure(List.copyOf(paths), List.copyOf(kustomizations), unresolved);
    }

    private static void collect(
            Sources sources,
            String folder,
            Set<String> paths,
            Set<String> kustomizations,
            List<Diagnostic> unresolved,
            Set<String> seen) {
        Kustomization own = seen.add(folder) ? sources.kustomization(folder).orElse(null) : null;
        if (own == null) {
            return;
        }
        for (Node source : own.sources()) {
            String name = Tree.text(source).orElse("");
            String path = own.resolve(name);
            if (path == null || Kustomization.isRemote(name)) {
                unresolved.add(new Diagnostic(
                        own.path(),
                        source.region().line(),
                        Diagnostic.Kind.UNRESOLVED,
                        "what it takes from " + shown(name)
                                + " is not in this repository, so that its values are not known"));
            } else if (sources.has(path)) {
                paths.add(path);
            } else if (!name.isEmpty()) {
                collect(sources, path + "/", paths, kustomizations, unresolved, seen);
            }
        }
        for (String file : own.files()) {
            String path = own.resolve(file);
            if (path != null && sources.has(path)) {
                paths.add(path);
            }
        }
        paths.add(own.path());
        kustomizations.add(own.path());
    }

    /** An address without what may be a secret in it. */
    private static String shown(String address) {
        return address.replaceAll("//[^/@]*@", "//").replaceAll("[?#].*", "");
    }
}
