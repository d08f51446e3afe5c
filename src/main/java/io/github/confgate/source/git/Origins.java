package io.github.confgate.source.git;

import io.github.confgate.source.FilePair;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Says where a file that a commit added came from: another path that the same commit deleted. */
final class Origins {

    private final Readers readers;
    private final RenameFinder renames;
    private @Nullable Step last;
    private List<SourceFile> lastDeleted = List.of();

    /** Two root trees. A commit that moves a folder is asked about once for each file. */
    private record Step(ObjectId before, ObjectId after) {}

    Origins(Readers readers, RenameFinder renames) {
        this.readers = readers;
        this.renames = renames;
    }

    /** The path that the file had in the tree before; empty when the file is new. */
    Optional<String> of(SourceFile added, ObjectId before, ObjectId after) {
        Step step = new Step(before, after);
        if (!step.equals(last)) {
            lastDeleted = deleted(step, added.revision());
            last = step;
        }
        for (FilePair pair : renames.find(lastDeleted, List.of(added), path -> true)) {
            SourceFile old = pair.before();
            if (old != null) {
                return Optional.of(old.path());
            }
        }
        return Optional.empty();
    }

    private List<SourceFile> deleted(Step step, Revision revision) {
        return readers.read("a tree of " + revision.label(), reader -> {
            List<SourceFile> deleted = new ArrayList<>();
            try (TreeWalk walk = new TreeWalk(reader)) {
                walk.addTree(step.before());
                walk.addTree(step.after());
                walk.setRecursive(true);
                walk.setFilter(TreeFilter.ANY_DIFF);
                while (walk.next()) {
                    if (walk.getRawMode(1) == 0) {
                        deleted.add(TreeFiles.file(walk, 0, walk.getPathString(), revision));
                    }
                }
            }
            return deleted;
        });
    }
}
