package io.github.confgate.source.git;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectId;

/** The files on disk that Git tracks or does not ignore. */
final class WorkTreeFiles {

    private static final Revision WORK_TREE = new Revision.WorkTree();

    private final Disk disk;
    private final DiskContent content;
    private final IndexFiles index;
    private final IgnoreRules ignored;

    WorkTreeFiles(Disk disk, IndexFiles index, IgnoreRules ignored) {
        this.disk = disk;
        this.content = new DiskContent(disk);
        this.index = index;
        this.ignored = ignored;
    }

    List<SourceFile> files(Predicate<String> wanted) {
        List<SourceFile> files = new ArrayList<>();
        for (DirCacheEntry entry : index.entries(wanted)) {
            tracked(entry).ifPresent(files::add);
        }
        files.addAll(new UntrackedFiles(disk.root(), index, ignored).files(wanted));
        files.sort(Comparator.comparing(SourceFile::path));
        return files;
    }

    Optional<SourceFile> file(String path) {
        Optional<DirCacheEntry> entry = index.entry(path);
        if (entry.isPresent()) {
            return tracked(entry.get());
        }
        Optional<SourceFile> file = untracked(path);
        return file.isPresent() && ignored.ignoresWithin(path) ? Optional.empty() : file;
    }

    /** Whether a file that differs from the index holds this blob all the same. */
    boolean holds(SourceFile file, String blob) {
        Optional<BasicFileAttributes> attributes = disk.look(file.path());
        return attributes.isPresent() && holds(file.path(), attributes.get(), ObjectId.fromString(blob));
    }

    private Optional<SourceFile> tracked(DirCacheEntry entry) {
        String path = entry.getPathString();
        SourceFile.Kind kind = Kinds.of(entry.getRawMode());
        Optional<BasicFileAttributes> attributes = disk.look(path);
        if (kind == SourceFile.Kind.SUBMODULE) {
            // Not checked out is no deletion, and what is checked out in it is not this repository's.
            boolean there = attributes.isEmpty() || attributes.get().isDirectory();
            return there ? Optional.of(file(path, kind, entry.getObjectId().name())) : untracked(path);
        }
        if (attributes.isEmpty() && (entry.isSkipWorkTree() || entry.isAssumeValid())) {
            return Optional.of(file(path, kind, entry.getObjectId().name()));
        }
        return attributes.flatMap(found -> kind(found).map(now -> {
            boolean same = now == kind && (isFresh(entry, found) || holds(path, found, entry.getObjectId()));
            return file(path, now, same ? entry.getObjectId().name() : "");
        }));
    }

    private Optional<SourceFile> untracked(String path) {
        return disk.look(path).flatMap(WorkTreeFiles::kind).map(kind -> file(path, kind, ""));
    }

    /**
     * Whether size and time are those that Git saw when it last compared the file. JGit empties the size of entries
     * that are as young as the index itself, so a file that was written in the same instant is never fresh.
     */
    private static boolean isFresh(DirCacheEntry entry, BasicFileAttributes attributes) {
        Instant seen = entry.getLastModifiedInstant();
        return !entry.isSmudged()
                && !entry.isIntentToAdd()
                && entry.getLength() == attributes.size()
                && seen.equals(attributes.lastModifiedTime().toInstant());
    }

    private boolean holds(String path, BasicFileAttributes attributes, ObjectId blob) {
        try {
            return attributes.isSymbolicLink()
                    ? content.isLink(path, blob)
                    : content.isBlob(path, attributes.size(), blob);
        } catch (IOException e) {
            throw new CannotJudgeException("the file " + path + " cannot be read: " + Trouble.firstLine(e), e);
        }
    }

    /** Empty for a folder, a pipe, a device. */
    static Optional<SourceFile.Kind> kind(BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return Optional.of(SourceFile.Kind.SYMLINK);
        }
        return attributes.isRegularFile() ? Optional.of(SourceFile.Kind.FILE) : Optional.empty();
    }

    static SourceFile file(String path, SourceFile.Kind kind, String blob) {
        return new SourceFile(path, kind, blob, WORK_TREE);
    }
}
