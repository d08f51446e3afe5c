package io.github.confgate.source.git;

import io.github.confgate.source.SourceFile;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.FileMode;

/** What Git's modes mean here. */
final class Kinds {

    private Kinds() {}

    static boolean isFolder(int mode) {
        return (mode & FileMode.TYPE_MASK) == FileMode.TYPE_TREE;
    }

    /** Whether a path is wanted as a file, or as the folder that a link or a submodule may stand for. */
    static boolean isWanted(SourceFile.Kind kind, String path, Predicate<String> wanted) {
        return wanted.test(path) || (kind != SourceFile.Kind.FILE && wanted.test(path + "/"));
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
