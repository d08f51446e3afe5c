package io.github.confgate.source.git;

import io.github.confgate.source.Content;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.SourceFile;
import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.jspecify.annotations.Nullable;

/** Reads the content of files. */
final class Blobs {

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 16;

    private final Readers readers;
    private final @Nullable Disk disk;

    /** @param disk null in a bare repository */
    Blobs(Readers readers, @Nullable Disk disk) {
        this.readers = readers;
        this.disk = disk;
    }

    Content read(SourceFile file, long limit) {
        String path = file.path();
        if (file.kind() == SourceFile.Kind.SYMLINK) {
            return unreadable(path, Diagnostic.Kind.SYMLINK, "is a symbolic link and is not followed");
        }
        if (file.kind() == SourceFile.Kind.SUBMODULE) {
            return unreadable(path, Diagnostic.Kind.SUBMODULE, "is a submodule and is not read");
        }
        int most = (int) Math.min(limit, LARGEST_ARRAY);
        return file.blob().isEmpty() ? fromDisk(path, most) : fromGit(path, ObjectId.fromString(file.blob()), most);
    }

    private Content fromGit(String path, ObjectId blob, int limit) {
        try {
            return readers.raw(reader -> {
                ObjectLoader loader = reader.open(blob, Constants.OBJ_BLOB);
                return loader.getSize() > limit
                        ? tooLarge(path, loader.getSize(), limit)
                        : new Content.Bytes(loader.getCachedBytes(limit));
            });
        } catch (MissingObjectException e) {
            return unreadable(
                    path,
                    Diagnostic.Kind.MISSING,
                    "the content of " + path + " (blob " + blob.name()
                            + ") is not in this clone: run `git fetch --refetch` or clone again without `--filter`");
        } catch (IOException e) {
            throw Trouble.unreadable("the content of " + path + " (blob " + blob.name() + ")", e);
        }
    }

    private Content fromDisk(String path, int limit) {
        Optional<BasicFileAttributes> attributes =
                disk == null ? Optional.empty() : disk.look(path).filter(BasicFileAttributes::isRegularFile);
        if (disk == null || attributes.isEmpty()) {
            return unreadable(path, Diagnostic.Kind.MISSING, "is no longer in the work tree");
        }
        try {
            long size = attributes.get().size();
            return size > limit ? tooLarge(path, size, limit) : new Content.Bytes(disk.read(path, limit));
        } catch (IOException e) {
            throw Trouble.unreadable("the file " + path, e);
        }
    }

    private static Content tooLarge(String path, long size, long limit) {
        return unreadable(
                path,
                Diagnostic.Kind.LIMIT,
                "has " + size + " bytes and is not read, being larger than " + limit
                        + " bytes: split the file, or raise `limits.bytes` in the policy");
    }

    private static Content unreadable(String path, Diagnostic.Kind kind, String message) {
        return new Content.Unreadable(new Diagnostic(path, 0, kind, message));
    }
}
