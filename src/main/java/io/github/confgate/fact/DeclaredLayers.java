package io.github.confgate.fact;

import io.github.confgate.document.PathGlob;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A stack of files as a policy declares it.
 *
 * @param environment that gets them
 * @param paths globs, lowest layer first
 */
public record DeclaredLayers(String environment, List<String> paths) {

    public DeclaredLayers {
        paths = List.copyOf(paths);
    }

    /** The files of the stack, lowest first; those of one glob by name. */
    List<String> of(Collection<String> sorted) {
        Set<String> found = new LinkedHashSet<>();
        for (String glob : paths) {
            PathGlob compiled = PathGlob.of(glob);
            for (String path : sorted) {
                if (compiled.matches(path)) {
                    // What a later glob names again belongs where that stands.
                    found.remove(path);
                    found.add(path);
                }
            }
        }
        return List.copyOf(found);
    }
}
