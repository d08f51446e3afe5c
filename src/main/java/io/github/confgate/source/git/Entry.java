package io.github.confgate.source.git;

import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** What a tree holds under a name. */
record Entry(int mode, ObjectId id) {

    /** Whether nothing that anybody reads has changed: the executable bit is none of it. */
    static boolean same(@Nullable Entry one, @Nullable Entry other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.id.equals(other.id) && Kinds.of(one.mode) == Kinds.of(other.mode);
    }
}
