package io.github.confgate.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a policy says that code lies which reads configuration.
 *
 * @param repository that holds it, relative to this one; null for this one
 * @param revision of that repository; null for the tip of its default branch
 * @param paths globs of files or of folders; none for all of the repository
 * @param ignore whether these are left out instead
 */
public record DeclaredCode(
        @Nullable String repository, @Nullable String revision, List<String> paths, boolean ignore) {

    public DeclaredCode {
        paths = List.copyOf(paths);
    }

    /** How people call it: {@code services/**}, {@code ../auth-client at main: src/**}. */
    public String text() {
        String where = repository == null ? "" : repository + (revision == null ? "" : " at " + revision);
        String what = String.join(", ", paths);
        return where + (where.isEmpty() || what.isEmpty() ? "" : ": ") + what + (ignore ? " ignored" : "");
    }
}
