package io.github.confgate.document;

import java.util.List;
import java.util.Locale;

/**
 * {@code Chart.yaml} of Helm: of all that it says, what other charts it takes is configuration, because their defaults come
 * with their versions. Its own name and version are those of a build.
 */
final class ChartFile {

    private static final String DEPENDENCIES = "dependencies";

    private ChartFile() {}

    static boolean is(String path) {
        return path.substring(path.lastIndexOf('/') + 1)
                .toLowerCase(Locale.ROOT)
                .equals("chart.yaml");
    }

    /** The document with nothing but the dependencies. */
    static Document dependencies(Document document) {
        List<Part> parts = document.parts().stream()
                .map(part -> new Part(part.id(), dependencies(part.root())))
                .toList();
        return new Document(document.path(), document.format(), parts, document.form(), document.directives());
    }

    private static Node dependencies(Node root) {
        if (!(root instanceof Node.Mapping map)) {
            return root;
        }
        List<Node.Entry> entries = map.entries().stream()
                .filter(entry -> entry.key().equals(DEPENDENCIES))
                .toList();
        return new Node.Mapping(entries, map.region(), map.origin());
    }
}
