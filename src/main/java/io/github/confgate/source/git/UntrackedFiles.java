package io.github.confgate.source.git;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.Constants;

/** Walks a work tree for files that Git neither tracks nor ignores. */
final class UntrackedFiles {

    private final Disk disk;
    private final IndexFiles index;
    private final IgnoreRules ignored;

    UntrackedFiles(Disk disk, IndexFiles index, IgnoreRules ignored) {
        this.disk = disk;
        this.index = index;
        this.ignored = ignored;
    }

    /** Paths of files and symbolic links, unsorted. A folder that is a repository of its own is left out, as by Git. */
    List<String> paths(Predicate<String> wanted) {
        List<String> found = new ArrayList<>();
        Deque<String> folders = new ArrayDeque<>();
        folders.add("");
        while (!folders.isEmpty()) {
            String folder = folders.removeLast();
            for (Path child : children(folder)) {
                String name = String.valueOf(child.getFileName());
                String path = folder.isEmpty() ? name : folder + "/" + name;
                if (name.equals(Constants.DOT_GIT)) {
                    continue;
                }
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    if (isEntered(child, path)) {
                        folders.add(path);
                    }
                } else if (wanted.test(path) && isUntracked(path)) {
                    found.add(path);
                }
            }
        }
        return found;
    }

    private boolean isEntered(Path folder, String path) {
        return !index.isSubmodule(path)
                && !ignored.ignores(path, true)
                && !Files.exists(folder.resolve(Constants.DOT_GIT), LinkOption.NOFOLLOW_LINKS);
    }

    private boolean isUntracked(String path) {
        return !index.has(path)
                && !ignored.ignores(path, false)
                && disk.look(path).filter(UntrackedFiles::isFileOrLink).isPresent();
    }

    private static boolean isFileOrLink(BasicFileAttributes attributes) {
        return attributes.isRegularFile() || attributes.isSymbolicLink();
    }

    private List<Path> children(String folder) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream =
                Files.newDirectoryStream(folder.isEmpty() ? disk.root() : disk.resolve(folder))) {
            stream.forEach(children::add);
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // A folder that may not be entered holds nothing that Git could add either.
            return List.of();
        }
        return children;
    }
}
