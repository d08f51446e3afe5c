package io.github.confgate.fact;

import io.github.confgate.document.Document;
import io.github.confgate.document.Duplicate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The configuration files of a repository at one moment. */
public interface State {

    /** Whether there is such a file. */
    boolean has(String path);

    /** The parsed file; empty when there is none and when nobody can read it. */
    Optional<Document> document(String path);

    /** Whether a file that is there proves by its bytes that no key has a word in its name ({@link Files#lacks}). */
    default boolean lacks(String path, String word) {
        return false;
    }

    /** The keys of a file that stand twice. */
    default List<Duplicate> duplicates(String path) {
        return List.of();
    }

    /** A state in which there is nothing. */
    static State empty() {
        return of(path -> Optional.empty(), null);
    }

    /** The files that a finder finds; {@code files} may be null where it finds none. */
    static State of(Evidence.Finder finder, @Nullable Files files) {
        return new State() {
            @Override
            public boolean has(String path) {
                return finder.file(path).isPresent();
            }

            @Override
            public Optional<Document> document(String path) {
                return files == null ? Optional.empty() : finder.file(path).flatMap(files::document);
            }

            @Override
            public boolean lacks(String path, String word) {
                return files != null
                        && finder.file(path)
                                .filter(file -> files.lacks(file, word))
                                .isPresent();
            }

            @Override
            public List<Duplicate> duplicates(String path) {
                return files == null
                        ? List.of()
                        : finder.file(path).map(files::duplicates).orElse(List.of());
            }
        };
    }

    /** The same of old versions, of which only the values count: regions of nodes say nothing. */
    static State ofValues(Evidence.Finder finder, Files files) {
        return new State() {
            @Override
            public boolean has(String path) {
                return finder.file(path).isPresent();
            }

            @Override
            public Optional<Document> document(String path) {
                return finder.file(path).flatMap(files::values);
            }

            @Override
            public boolean lacks(String path, String word) {
                return finder.file(path).filter(file -> files.lacks(file, word)).isPresent();
            }
        };
    }
}
