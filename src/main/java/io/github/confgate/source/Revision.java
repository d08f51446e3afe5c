package io.github.confgate.source;

/** A state of the repository that files can be read from. */
public sealed interface Revision {

    /** How outputs name it: the full object id of a commit, {@code index}, {@code worktree} or {@code empty}. */
    String label();

    /** A commit, by its full object id in lower-case hexadecimal. */
    record Commit(String sha) implements Revision {
        @Override
        public String label() {
            return sha;
        }
    }

    /** What {@code git add} has staged. */
    record Index() implements Revision {
        @Override
        public String label() {
            return "index";
        }
    }

    /** The files on disk that Git tracks or does not ignore. */
    record WorkTree() implements Revision {
        @Override
        public String label() {
            return "worktree";
        }
    }

    /** The state before the first commit: no files. */
    record Empty() implements Revision {
        @Override
        public String label() {
            return "empty";
        }
    }
}
