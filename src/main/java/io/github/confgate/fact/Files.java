package io.github.confgate.fact;

import io.github.confgate.document.Document;
import io.github.confgate.document.Duplicate;
import io.github.confgate.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** Reads the files that facts are drawn from. */
public interface Files {

    /** The parsed file; empty when it cannot be parsed. */
    Optional<Document> document(SourceFile file);

    /** The same without places: regions of nodes say nothing. For old versions, of which only the values count. */
    Optional<Document> values(SourceFile file);

    /** The keys of a file that stand twice. */
    default List<Duplicate> duplicates(SourceFile file) {
        return List.of();
    }

    /** Whether a file's bytes contain a text of letters and digits; true when they cannot be looked at. */
    boolean mayContain(SourceFile file, String text);

    /**
     * Whether a file's bytes prove that no name of a key, and no value, has a word in it; false where only reading the file
     * tells.
     *
     * @param word of ASCII letters, digits, {@code -} and {@code _}
     */
    default boolean lacks(SourceFile file, String word) {
        return false;
    }
}
