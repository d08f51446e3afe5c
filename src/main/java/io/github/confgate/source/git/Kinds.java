package io.github.confgate.source.git;

import io.github.confgate.source.SourceFile;
import org.eclipse.jgit.lib.FileMode;

/** What Git's modes mean here. */
final class Kinds {

    private Kinds() {}

    static boolean isFolder(int mode) {
        return (mode & FileMode.TYPE_MASK) == FileMode.TYPE_TREE;
    }

    /** Of anything but a folder. */
    static SourceFile.Kind of(int mode) {
        return switch (mode & FileMode.TYPE_MASK) {
            case FileMode.TYPE_SYMLINK -> SourceFile.Kind.SYMLINK;
            case FileMode.TYPE_GITLINK -> SourceFile.Kind.SUBMODULE;
            default -> SourceFile.Kind.FILE;
        };
    }
}
