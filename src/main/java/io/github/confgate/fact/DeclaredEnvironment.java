package io.github.confgate.fact;

import io.github.confgate.change.PartRef;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.PathGlob;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An environment as a policy declares it.
 *
 * @param paths globs of its files; empty when something else tells
 * @param keys of those files that belong to it; empty when files belong to it whole
 * @param branch whose first-parent history is that of the environment; null for the branch that is judged
 * @param repository that holds the environment, relative to this one; null for this one
 * @param after the environments that must hold a value before this one; empty for the first
 */
public record DeclaredEnvironment(
        String name,
        List<String> paths,
        List<KeyScope> keys,
        @Nullable String branch,
        @Nullable String repository,
        List<String> after,
        Duration soak) {

    public DeclaredEnvironment {
        paths = List.copyOf(paths);
        keys = List.copyOf(keys);
        after = List.copyOf(after);
    }

    /**
     * The same for a path that differs from a match by letter case or by how Unicode composes its letters alone (many
     * disks make one file of the two), or that is the very folder of the glob (a link, a submodule).
     */
    Optional<String> nearRemainder(String path) {
        String folded = fold(path);
        for (String glob : paths) {
            String near = fold(glob);
            boolean isNear = !near.equals(glob) || !folded.equals(path);
            DeclaredEnvironment other = new DeclaredEnvironment(name, List.of(near), after, soak);
            Optional<String> found = isNear ? other.remainder(folded) : Optional.empty();
            found = found.isEmpty() && near.startsWith(folded) ? other.remainder(folded + "/") : found;
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** An environment of files of this repository and branch. */
    public DeclaredEnvironment(String name, List<String> paths, List<String> after, Duration soak) {
        this(name, paths, List.of(), null, null, after, soak);
    }

    /** The environment, which may be the region of a stage: {@code production-eu}. */
    public Environment environment() {
        return Environment.declared(name);
    }

    /** Whether its history is another than that of the branch that is judged. */
    public boolean isApart() {
        return branch != null || repository != null;
    }

    /** Whether a file may hold keys of it. */
    boolean takes(String path) {
        return paths.isEmpty() || remainder(path).isPresent();
    }

    /** What of a part of a file belongs to it: the scope that fits; a scope may begin with the part. */
    Optional<KeyScope> scope(KeyPath.Segment part, KeyPath key) {
        return keys.stream()
                .filter(scope -> scope.matches(key) || scope.matches(new PartRef(part, false).print(key)))
                .findFirst();
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
