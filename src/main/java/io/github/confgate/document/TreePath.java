package io.github.confgate.document;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Paths as files of a repository name each other. */
public final class TreePath {

    private TreePath() {}

    /** The folder of a path, with a slash at its end; empty at the top. */
    public static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** A path from a folder on; null when it leads out of the tree. */
    public static @Nullable String resolve(String folder, String relative) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : (folder + "/" + relative).split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.isEmpty()) {
                    return null;
                }
                segments.removeLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return String.join("/", segments);
    }
}
