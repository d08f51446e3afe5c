package io.github.confgate.source.git;

import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of a commit. */
final class TreeFiles {

    private final Readers readers;
    private final Commits commits;

    TreeFiles(Readers readers, Commits commits) {
        this.readers = readers;
        this.commits = commits;
    }

    List<SourceFile> files(Revision.Commit revision, Predicate<String> wanted) {
        ObjectId tree = tree(revision);
        return readers.read(subject(revision), reader -> {
            List<SourceFile> files = new ArrayList<>();
            try (TreeWalk walk = new TreeWalk(reader)) {
                walk.addTree(tree);
                walk.setRecursive(true);
                while (walk.next()) {
                    String path = walk.getPathString();
                    if (Kinds.isWanted(Kinds.of(walk.getRawMode(0)), path, wanted)) {
                        files.add(file(walk, 0, path, revision));
                    }
                }
            }
            return files;
        });
    }

    Optional<SourceFile> file(Revision.Commit revision, String path) {
        ObjectId tree = tree(revision);
        return readers.read(subject(revision), reader -> find(reader, tree, path, revision));
    }

    private static Optional<SourceFile> find(ObjectReader reader, ObjectId tree, String path, Revision revision)
            throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(reader, path, tree)) {
            return walk == null || Kinds.isFolder(walk.getRawMode(0))
                    ? Optional.empty()
                    : Optional.of(file(walk, 0, path, revision));
        }
    }

    ObjectId tree(Revision.Commit revision) {
        return commits.tree(ObjectId.fromString(revision.sha()));
    }

    static SourceFile file(TreeWalk walk, int side, String path, Revision revision) {
        return new SourceFile(
                path, Kinds.of(walk.getRawMode(side)), walk.getObjectId(side).name(), revision);
    }

    private static String subject(Revision revision) {
        return "a tree of " + revision.label();
    }
}
