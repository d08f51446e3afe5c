package io.github.confgate.document;

import java.util.List;

/**
 * A parsed configuration file.
 *
 * @param path as in its revision
 * @param parts at least one; a file without content has one part with an empty map
 */
public record Document(String path, Format format, List<Part> parts) {
    public Document {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a document has at least one part");
        }
    }
}
