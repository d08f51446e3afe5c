package io.github.confgate.verdict.trust;

import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.document.KeyPath;
import io.github.confgate.fact.DeclaredLayers;
import io.github.confgate.verdict.Policy;
import java.util.ArrayList;
import java.util.List;

/** Finds files that are looked at no longer, and layers that nobody knows of any more. */
final class DocumentsWeakened {

    private static final KeyPath DOCUMENTS = Weakening.key("documents");

    private DocumentsWeakened() {}

    static List<Weakening> find(Policy old, Policy now) {
        List<Weakening> found = new ArrayList<>();
        for (ConfigurationFiles.Extra row : now.documents()) {
            if (row.ignore() && !old.documents().contains(row)) {
                found.add(Weakening.gained(DOCUMENTS, text(row), "these files are looked at no longer"));
            }
        }
        for (ConfigurationFiles.Extra row : old.documents()) {
            if (!row.ignore() && !now.documents().contains(row)) {
                found.add(Weakening.lost(DOCUMENTS, text(row), "these files are read as that no longer"));
            }
        }
        for (DeclaredLayers row : old.layers()) {
            if (!now.layers().contains(row)) {
                found.add(Weakening.lost(
                        Weakening.key("layers").then(KeyPath.Selector.of("environment", row.environment())),
                        String.join(", ", row.paths()),
                        "what " + row.environment() + " gets is worked out in another way"));
            }
        }
        return found;
    }

    private static String text(ConfigurationFiles.Extra row) {
        return String.join(", ", row.paths())
                + (row.ignore()
                        ? " ignored"
                        : row.format() == null ? "" : " as " + row.format().id());
    }
}
