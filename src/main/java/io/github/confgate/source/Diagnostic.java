package io.github.confgate.source;

import java.util.Locale;

/**
 * Something confgate could not read or know. Never says anything about the user's change.
 *
 * @param path the file it is about; empty when it is about none
 * @param line 1-based; 0 when no line is known
 * @param message one sentence: what, and what to do about it
 */
public record Diagnostic(String path, int line, Kind kind, String message) {

    /** What is wrong with the file. Outputs print {@link #id()}. */
    public enum Kind {
        /** The text is not valid in its format. */
        UNPARSED,
        /** A template that its format's parser cannot read before it is rendered. */
        TEMPLATE,
        /** The bytes are not text. */
        UNDECODABLE,
        /** Over a limit of size, depth or number. */
        LIMIT,
        /** A key stands twice in one map; the last one counts. */
        DUPLICATE_KEY,
        /** A symbolic link: not followed. */
        SYMLINK,
        /** A submodule: not read. */
        SUBMODULE,
        /** The object is not in this clone. */
        MISSING,
        /** Part of the effective value comes from where confgate does not look. */
        UNRESOLVED,
        /** An entry of a baseline that covers nothing any more. */
        STALE,
        /** Whether somebody has accepted something could not be asked. */
        UNCHECKED;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
