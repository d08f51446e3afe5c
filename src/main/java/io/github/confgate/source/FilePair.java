package io.github.confgate.source;

import org.jspecify.annotations.Nullable;

/** One file before and after a range; a renamed file has two paths. At least one side is there. */
public record FilePair(
        @Nullable SourceFile before, @Nullable SourceFile after) {

    public FilePair {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a pair without files");
        }
    }

    /** The path that the file has now, or had last. */
    public String path() {
        if (after != null) {
            return after.path();
        }
        return before == null ? "" : before.path();
    }
}
