package io.github.confgate.verdict;

import io.github.confgate.document.TreeReader;
import io.github.confgate.fact.DeclaredCode;
import java.util.List;

/** Reads {@code code:} of a policy. */
final class DeclaredCodeReader {

    private DeclaredCodeReader() {}

    static List<DeclaredCode> read(TreeReader root) {
        return root.maps("code").stream()
                .map(map -> row(map.only("repository", "revision", "paths", "ignore")))
                .toList();
    }

    private static DeclaredCode row(TreeReader map) {
        DeclaredCode row = new DeclaredCode(
                map.has("repository") ? map.required("repository") : null,
                map.has("revision") ? map.required("revision") : null,
                map.texts("paths"),
                map.flag("ignore", false));
        if (row.paths().isEmpty() && row.repository() == null) {
            throw map.here("`paths` names files or folders of code");
        }
        if (row.paths().isEmpty() && row.ignore()) {
            throw map.here("`paths` names what of the repository is left out");
        }
        if (row.paths().stream().anyMatch(String::isBlank)) {
            throw map.at("paths", "`paths` names files or folders of code");
        }
        if (row.revision() != null && row.repository() == null) {
            throw map.at("revision", "`revision` is one of another `repository`");
        }
        return row;
    }
}
