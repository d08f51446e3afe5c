package io.github.confgate.source;

/**
 * A file at a revision.
 *
 * @param path relative to the repository's root, with {@code /}
 * @param blob the object id of the content in hexadecimal; empty when only the work tree has it
 */
public record SourceFile(String path, Kind kind, String blob, Revision revision) {

    /** What Git holds under the path. */
    public enum Kind {
        FILE,
        SYMLINK,
        SUBMODULE
    }
}
