package io.github.confgate.source;

import org.jspecify.annotations.Nullable;

/**
 * The state of a file from a commit of the mainline on.
 *
 * @param age how many commits of the mainline are newer than {@code commit}
 * @param commit the commit that brought this state in, against its first parent
 * @param file the file as it is from then on; null when the commit removed it. Its path is an older one where the file
 *     was renamed later.
 */
public record FileVersion(
        int age, CommitInfo commit, @Nullable SourceFile file) {}
