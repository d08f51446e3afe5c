package io.github.confgate.source.git;

import io.github.confgate.source.FilePair;
import io.github.confgate.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What differs between two revisions, path by path, before renames are looked for. Filled by one thread. */
final class Difference {

    private final List<FilePair> modified = new ArrayList<>();
    private final List<SourceFile> deleted = new ArrayList<>();
    private final List<SourceFile> added = new ArrayList<>();

    /** Takes note of one path; a file whose mode alone is another is no difference. */
    void add(@Nullable SourceFile before, @Nullable SourceFile after) {
        if (before == null || after == null) {
            if (before != null) {
                deleted.add(before);
            } else if (after != null) {
                added.add(after);
            }
        } else if (before.kind() != after.kind()
                || before.blob().isEmpty()
                || !before.blob().equals(after.blob())) {
            modified.add(new FilePair(before, after));
        }
    }

    List<FilePair> modified() {
        return modified;
    }

    List<SourceFile> deleted() {
        return deleted;
    }

    List<SourceFile> added() {
        return added;
    }

    /** Whether a file came or went that a rename could explain. */
    boolean hasLoose(Predicate<String> wanted) {
        return deleted.stream().anyMatch(file -> wanted.test(file.path()))
                || added.stream().anyMatch(file -> wanted.test(file.path()));
    }
}
