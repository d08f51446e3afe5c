package io.github.confgate.inspection;

import io.github.confgate.document.PathGlob;
import java.util.List;

/**
 * The branches that a push to a server is judged for.
 *
 * @param patterns of the policy; empty where it names none, which means the default branch
 * @param usual the default branch
 */
public record PushScope(List<String> patterns, String usual) {

    public PushScope {
        patterns = List.copyOf(patterns);
    }

    /** @param branch its name without {@code refs/heads/} */
    public boolean judges(String branch) {
        return patterns.isEmpty()
                ? branch.equals(usual)
                : patterns.stream().anyMatch(pattern -> PathGlob.of(pattern).matches(branch));
    }
}
