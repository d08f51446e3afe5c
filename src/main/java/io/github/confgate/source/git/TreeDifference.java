package io.github.confgate.source.git;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import java.io.IOException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Compares commits and the index; folders that are the same on both sides are not entered. */
final class TreeDifference {

    private final Readers readers;
    private final TreeFiles trees;
    private final Supplier<IndexFiles> index;

    TreeDifference(Readers readers, TreeFiles trees, Supplier<IndexFiles> index) {
        this.readers = readers;
        this.trees = trees;
        this.index = index;
    }

    /** Every difference, wanted or not: either half of a rename may be unwanted. */
    Difference between(Revision from, Revision to, Predicate<String> wanted) {
        return between(from, tree(from), to, tree(to), wanted);
    }

    /** The same of revisions whose trees are known; null for one that is no commit. */
    Difference between(
            Revision from, @Nullable ObjectId before, Revision to, @Nullable ObjectId after, Predicate<String> wanted) {
        return readers.read("a tree of " + from.label() + " or " + to.label(), reader -> {
            Difference difference = new Difference();
            try (TreeWalk walk = new TreeWalk(reader)) {
                walk.setRecursive(true);
                walk.setFilter(TreeFilter.ANY_DIFF);
                add(walk, from, before);
                add(walk, to, after);
                String last = "";
                while (walk.next()) {
                    String path = walk.getPathString();
                    refuseTwins(path, last, wanted);
                    last = path;
                    if (!isUnmerged(walk, path, wanted)) {
                        difference.add(file(walk, 0, path, from), file(walk, 1, path, to));
                    }
                }
            }
            return difference;
        });
    }

    /** Which of two files of one name a checkout leaves is anybody's guess; conflicts in the index are told by themselves. */
    private static void refuseTwins(String path, String last, Predicate<String> wanted) {
        if (path.equals(last) && wanted.test(path)) {
            throw new CannotJudgeException("the file " + path
                    + " stands twice in one tree, or has conflicts in the index: run `git fsck`, or resolve them");
        }
    }

    private @Nullable ObjectId tree(Revision revision) {
        return revision instanceof Revision.Commit commit ? trees.tree(commit) : null;
    }

    private void add(TreeWalk walk, Revision revision, @Nullable ObjectId tree) throws IOException {
        if (tree != null) {
            walk.addTree(tree);
        } else if (revision instanceof Revision.Index) {
            walk.addTree(new DirCacheIterator(index.get().raw()));
        } else {
            walk.addTree(new EmptyTreeIterator());
        }
    }

    /** Conflicts in files that nobody asked for do no harm. */
    private static boolean isUnmerged(TreeWalk walk, String path, Predicate<String> wanted) {
        for (int side = 0; side < 2; side++) {
            DirCacheEntry entry = staged(walk, side);
            if (entry != null && entry.getStage() != DirCacheEntry.STAGE_0) {
                if (wanted.test(path)) {
                    IndexFiles.merged(entry, path);
                }
                return true;
            }
        }
        return false;
    }

    private static @Nullable SourceFile file(TreeWalk walk, int side, String path, Revision revision) {
        DirCacheEntry entry = staged(walk, side);
        boolean isThere = walk.getRawMode(side) != 0 && (entry == null || !entry.isIntentToAdd());
        return isThere ? TreeFiles.file(walk, side, path, revision) : null;
    }

    private static @Nullable DirCacheEntry staged(TreeWalk walk, int side) {
        return walk.getTree(side, AbstractTreeIterator.class) instanceof DirCacheIterator iterator
                ? iterator.getDirCacheEntry()
                : null;
    }
}
