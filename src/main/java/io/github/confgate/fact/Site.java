package io.github.confgate.fact;

import io.github.confgate.source.History;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where it is recorded what an environment holds: the branch that is judged, another branch, or another repository.
 *
 * @param history the mainline
 * @param deployed what was deployed of it, as a history of its own in which each deployment is a commit; null where what
 *     is merged counts
 * @param base finds a file as the mainline's tip has it
 * @param head finds a file as the range leaves it
 * @param oldPaths path in head to path in base, for files that the range renames
 * @param apart whether the mainline is another than that of the change: then only clocks order the two
 */
public record Site(
        History history,
        @Nullable History deployed,
        Evidence.Finder base,
        Evidence.Finder head,
        Map<String, String> oldPaths,
        Files files,
        EnvironmentMap environments,
        Layers layers,
        boolean apart) {

    public Site {
        oldPaths = Map.copyOf(oldPaths);
    }

    /** The path of a file of head on the mainline. */
    String basePath(String path) {
        return oldPaths.getOrDefault(path, path);
    }

    /** Knows where each environment is recorded. */
    public interface Finder {
        Site of(Environment environment);
    }
}
