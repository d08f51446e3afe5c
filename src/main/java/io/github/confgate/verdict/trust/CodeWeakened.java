package io.github.confgate.verdict.trust;

import io.github.confgate.document.KeyPath;
import io.github.confgate.fact.DeclaredCode;
import java.util.ArrayList;
import java.util.List;

/** Finds code that is searched for readers no longer. */
final class CodeWeakened {

    private static final KeyPath KEY = Weakening.key("code");
    private static final String EFFECT = "who reads a key there is looked for no longer";

    private CodeWeakened() {}

    static List<Weakening> find(List<DeclaredCode> old, List<DeclaredCode> now) {
        List<Weakening> found = new ArrayList<>();
        for (DeclaredCode row : now) {
            boolean first = !row.ignore()
                    && row.repository() == null
                    && limits(row)
                    && old.stream().noneMatch(each -> each.repository() == null && !each.ignore());
            if (!old.contains(row) && (row.ignore() || first)) {
                found.add(Weakening.gained(
                        KEY, row.text(), first ? "readers are looked for nowhere else in this repository" : EFFECT));
            }
        }
        for (DeclaredCode row : old) {
            boolean limited = now.stream().anyMatch(each -> each.repository() == null && !each.ignore());
            if (!row.ignore() && !now.contains(row) && (row.repository() != null || limited)) {
                found.add(Weakening.lost(KEY, row.text(), EFFECT));
            }
        }
        return found;
    }

    private static boolean limits(DeclaredCode row) {
        return !row.paths().contains("**");
    }
}
