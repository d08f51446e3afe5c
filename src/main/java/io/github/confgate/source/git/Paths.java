package io.github.confgate.source.git;

import java.util.Locale;
import org.eclipse.jgit.lib.Constants;

/** Paths relative to the repository's root. */
final class Paths {

    private Paths() {}

    /** Whether a path can name a file of the repository: not absolute, not above the root, not in {@code .git}. */
    static boolean isInside(String path) {
        if (path.isEmpty() || path.indexOf('\0') >= 0) {
            return false;
        }
        for (String part : path.split("/", -1)) {
            if (part.isEmpty()
                    || part.equals(".")
                    || part.equals("..")
                    || part.toLowerCase(Locale.ROOT).equals(Constants.DOT_GIT)) {
                return false;
            }
        }
        return true;
    }
}
