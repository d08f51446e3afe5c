package io.github.confgate.source.git;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Repository;

/** The index, as it was when it was first asked for. */
final class IndexFiles {

    private final DirCache index;

    private IndexFiles(DirCache index) {
        this.index = index;
    }

    static IndexFiles read(Repository repository) {
        try {
            return new IndexFiles(DirCache.read(repository));
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new CannotJudgeException(
                    "the index cannot be read (" + Trouble.firstLine(e)
                            + "): run `git update-index --no-split-index`, or `git sparse-checkout reapply --no-sparse-index`"
                            + " where it is sparse, and try again",
                    e);
        }
    }

    DirCache raw() {
        return index;
    }

    /** Whether the path is tracked, with conflicts or without. */
    boolean has(String path) {
        return index.findEntry(path) >= 0;
    }

    boolean isSubmodule(String path) {
        DirCacheEntry entry = index.getEntry(path);
        return entry != null && Kinds.of(entry.getRawMode()) == SourceFile.Kind.SUBMODULE;
    }

    /** The entries whose path is wanted, in the order of the index. */
    List<DirCacheEntry> entries(Predicate<String> wanted) {
        List<DirCacheEntry> entries = new ArrayList<>();
        for (int i = 0; i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            String path = entry.getPathString();
            if (Kinds.isWanted(Kinds.of(entry.getRawMode()), path, wanted)) {
                entries.add(merged(entry, path));
            }
        }
        return entries;
    }

    Optional<DirCacheEntry> entry(String path) {
        DirCacheEntry entry = index.getEntry(path);
        return entry == null ? Optional.empty() : Optional.of(merged(entry, path));
    }

    List<SourceFile> files(Predicate<String> wanted) {
        return entries(wanted).stream()
                .filter(entry -> !entry.isIntentToAdd())
                .map(IndexFiles::file)
                .toList();
    }

    Optional<SourceFile> file(String path) {
        return entry(path).filter(entry -> !entry.isIntentToAdd()).map(IndexFiles::file);
    }

    static DirCacheEntry merged(DirCacheEntry entry, String path) {
        if (entry.getStage() != DirCacheEntry.STAGE_0) {
            throw new CannotJudgeException("the file " + path
                    + " has merge conflicts in the index: resolve them, `git add` the file, and try again");
        }
        return entry;
    }

    private static SourceFile file(DirCacheEntry entry) {
        return new SourceFile(
                entry.getPathString(),
                Kinds.of(entry.getRawMode()),
                entry.getObjectId().name(),
                new Revision.Index());
    }
}
