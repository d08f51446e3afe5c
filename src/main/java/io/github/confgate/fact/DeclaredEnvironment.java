package io.github.confgate.fact;

import io.github.confgate.document.PathGlob;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An environment as a policy declares it.
 *
 * @param paths globs of its files; empty when names tell
 * @param after the environments that must hold a value before this one; empty for the first
 */
public record DeclaredEnvironment(String name, List<String> paths, List<String> after, Duration soak) {

    public DeclaredEnvironment {
        paths = List.copyOf(paths);
        after = List.copyOf(after);
    }

    /** What is left of a path when the fixed beginning and end of the glob that it matches are taken off. */
    Optional<String> remainder(String path) {
        for (String glob : paths) {
            if (PathGlob.of(glob).matches(path)) {
                int start = firstWildcard(glob);
                int end = glob.length() - 1 - lastWildcard(glob);
                return Optional.of(start >= path.length() - end ? "" : path.substring(start, path.length() - end));
            }
        }
        return Optional.empty();
    }

    private static int firstWildcard(String glob) {
        for (int i = 0; i < glob.length(); i++) {
            if ("*?{[".indexOf(glob.charAt(i)) >= 0) {
                return i;
            }
        }
        return glob.length();
    }

    private static int lastWildcard(String glob) {
        for (int i = glob.length() - 1; i >= 0; i--) {
            if ("*?}]".indexOf(glob.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
