package io.github.confgate.change;

import io.github.confgate.document.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one file.
 *
 * @param before the file before; null where it is new
 * @param after the file now; null where it is gone
 * @param changes in the order of the text of {@code after}, removed keys at their parents
 */
public record ChangeSet(@Nullable Document before, @Nullable Document after, List<Change> changes) {
    public ChangeSet {
        changes = List.copyOf(changes);
    }

    public String path() {
        if (after != null) {
            return after.path();
        }
        return before == null ? "" : before.path();
    }
}
