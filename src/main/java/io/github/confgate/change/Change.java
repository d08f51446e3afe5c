package io.github.confgate.change;

import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.ScalarType;
import io.github.confgate.source.Region;
import java.util.Optional;

/**
 * One key that differs between two revisions of a file.
 *
 * <p>The keys of {@link #before()} and {@link #after()} are those within the part; {@link #key()} starts with the part's
 * selector where the file has several parts.
 */
public sealed interface Change {

    /** The file's path now; where the file is gone, the path that it had. */
    String path();

    /** The part of the file that the key is in. */
    PartRef part();

    /** The key in the head revision; of a removal, the key that was. */
    KeyPath key();

    /** Where a reader should look in {@link #path()}: the value, or the parent of a removed key. */
    Region region();

    /** The key and value before, where there was one. */
    Optional<Leaf> before();

    /** The key and value now, where there is one. */
    Optional<Leaf> after();

    /** {@code added}, {@code removed}, {@code modified} or {@code moved}. */
    default Kind kind() {
        if (this instanceof Added) {
            return Kind.ADDED;
        }
        if (this instanceof Removed) {
            return Kind.REMOVED;
        }
        return this instanceof Modified ? Kind.MODIFIED : Kind.MOVED;
    }

    /** Whether there is no value to judge: a file that cannot be read, or the directives of a template. */
    default boolean isUnread() {
        return after().or(this::before)
                .filter(leaf -> leaf.is(ScalarType.UNREADABLE) || leaf.is(ScalarType.DIRECTIVE))
                .isPresent();
    }

    /** Whether only the spelling of the value is another; of a secret nobody can tell. */
    default boolean isSpelling() {
        return this instanceof Modified modified
                && Spelling.isOther(modified.old(), modified.now())
                && !Secrets.isSecret(part().id(), modified.old())
                && !Secrets.isSecret(part().id(), modified.now());
    }

    /** What happened to the key. */
    enum Kind {
        ADDED,
        REMOVED,
        MODIFIED,
        MOVED
    }

    /** A key that was not there before. */
    record Added(String path, PartRef part, Leaf now) implements Change {
        @Override
        public KeyPath key() {
            return part.print(now.key());
        }

        @Override
        public Region region() {
            return now.region();
        }

        @Override
        public Optional<Leaf> before() {
            return Optional.empty();
        }

        @Override
        public Optional<Leaf> after() {
            return Optional.of(now);
        }
    }

    /**
     * A key that is there no longer.
     *
     * @param oldPath the file's path before
     * @param region the nearest parent that is left, in the head revision; the start of the file when nothing is
     */
    record Removed(String path, String oldPath, PartRef part, Leaf old, Region region) implements Change {
        @Override
        public KeyPath key() {
            return part.print(old.key());
        }

        @Override
        public Optional<Leaf> before() {
            return Optional.of(old);
        }

        @Override
        public Optional<Leaf> after() {
            return Optional.empty();
        }
    }

    /** A key whose value or type is another. */
    record Modified(String path, String oldPath, PartRef part, Leaf old, Leaf now) implements Change {
        @Override
        public KeyPath key() {
            return part.print(now.key());
        }

        @Override
        public Region region() {
            return now.region();
        }

        @Override
        public Optional<Leaf> before() {
            return Optional.of(old);
        }

        @Override
        public Optional<Leaf> after() {
            return Optional.of(now);
        }
    }

    /**
     * The same value under another key of the same file, or, with equal keys, at another place of its list.
     * {@code old.key()} is where it was.
     */
    record Moved(String path, String oldPath, PartRef part, Leaf old, Leaf now) implements Change {
        @Override
        public KeyPath key() {
            return part.print(now.key());
        }

        @Override
        public Region region() {
            return now.region();
        }

        @Override
        public Optional<Leaf> before() {
            return Optional.of(old);
        }

        @Override
        public Optional<Leaf> after() {
            return Optional.of(now);
        }
    }
}
