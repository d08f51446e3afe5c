package io.github.confgate.document;

import io.github.confgate.source.Region;
import java.util.List;

/**
 * A parsed configuration file.
 *
 * @param path as in its revision
 * @param parts at least one; a file without content has one part with an empty map
 * @param directives of a template the lines that are no key and value, in their order; else none
 */
public record Document(String path, Format format, List<Part> parts, Form form, List<Node.Scalar> directives) {
    public Document {
        parts = PartTable.copyOf(parts);
        directives = List.copyOf(directives);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a document has at least one part");
        }
    }

    /** How much of the file its parts tell. */
    public enum Form {
        /** Everything. */
        PLAIN,
        /** The lines of the shape {@code key: value} of a template. */
        TEMPLATE,
        /** Some or all values are ciphertext. */
        ENCRYPTED
    }

    /** A file that is told whole by its parts. */
    public Document(String path, Format format, List<Part> parts) {
        this(path, format, parts, Form.PLAIN, List.of());
    }

    /** A file of which only one thing is known: whether it is another than before. Its key is the root. */
    public static Document opaque(String path, Format format, ScalarType type, String state) {
        Node root = new Node.Scalar(type, state, Region.start(), null);
        Form form = type == ScalarType.ENCRYPTED ? Form.ENCRYPTED : Form.PLAIN;
        return new Document(path, format, List.of(new Part(new KeyPath.Index(0), root)), form, List.of());
    }

    /** Whether the file is one value that cannot be looked into. */
    public boolean isOpaque() {
        return parts.get(0).root() instanceof Node.Scalar scalar
                && scalar.type().isOpaque();
    }
}
