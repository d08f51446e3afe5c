package io.github.confgate.source.git;

import io.github.confgate.source.SourceFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.Constants;

/** Walks a work tree for files that Git neither tracks nor ignores. */
final class UntrackedFiles {

    private final Path root;
    private final IndexFiles index;
    private final IgnoreRules ignored;

    UntrackedFiles(Path root, IndexFiles index, IgnoreRules ignored) {
        this.root = root;
        this.index = index;
        this.ignored = ignored;
    }

    /**
     * @param place on disk: goes along, because a name that this locale cannot spell is only found again by it
     * @param path within the repository
     */
    private record Item(Path place, String path) {
        Item child(Path child) {
            String name = String.valueOf(child.getFileName());
            return new Item(child, path.isEmpty() ? name : path + "/" + name);
        }
    }

    /** Files and symbolic links, unsorted. A folder that is a repository of its own is left out, as by Git. */
    List<SourceFile> files(Predicate<String> wanted) {
        List<SourceFile> found = new ArrayList<>();
        Deque<Item> folders = new ArrayDeque<>();
        folders.add(new Item(root, ""));
        while (!folders.isEmpty()) {
            for (Item item : children(folders.removeLast())) {
                if (Files.isDirectory(item.place(), LinkOption.NOFOLLOW_LINKS)) {
                    if (isEntered(item)) {
                        folders.add(item);
                    }
                } else if (isWanted(item, wanted) && isUntracked(item.path())) {
                    kind(item).ifPresent(kind -> found.add(WorkTreeFiles.file(item.path(), kind, "")));
                }
            }
        }
        return found;
    }

    private static boolean isWanted(Item item, Predicate<String> wanted) {
        return wanted.test(item.path()) || (wanted.test(item.path() + "/") && Files.isSymbolicLink(item.place()));
    }

    private boolean isEntered(Item folder) {
        return !index.isSubmodule(folder.path())
                && !ignored.ignores(folder.path(), true)
                && !Files.exists(folder.place().resolve(Constants.DOT_GIT), LinkOption.NOFOLLOW_LINKS);
    }

    private boolean isUntracked(String path) {
        return !index.has(path) && !ignored.ignores(path, false);
    }

    private static Optional<SourceFile.Kind> kind(Item item) {
        try {
            return WorkTreeFiles.kind(
                    Files.readAttributes(item.place(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<Item> children(Item folder) {
        List<Item> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.place())) {
            for (Path child : stream) {
                if (!child.endsWith(Constants.DOT_GIT)) {
                    children.add(folder.child(child));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // A folder that may not be entered holds nothing that Git could add either.
            return List.of();
        }
        return children;
    }
}
