package io.github.confgate.fact.kustomize;

import io.github.confgate.document.Document;
import java.util.Optional;

/** Where kustomizations and what they name are read from. */
public interface Sources {

    boolean has(String path);

    Optional<Document> document(String path);

    /** The kustomization of a folder, named with a slash at its end. */
    default Optional<Kustomization> kustomization(String folder) {
        for (String name : Kustomization.NAMES) {
            if (has(folder + name)) {
                return document(folder + name).flatMap(Kustomization::of);
            }
        }
        return Optional.empty();
    }
}
