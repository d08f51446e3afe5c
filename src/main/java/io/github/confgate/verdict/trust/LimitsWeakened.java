package io.github.confgate.verdict.trust;

import io.github.confgate.document.Limits;
import java.util.ArrayList;
import java.util.List;

/** Finds limits that are lower: more files cannot be read. */
final class LimitsWeakened {

    private LimitsWeakened() {}

    static List<Weakening> find(Limits old, Limits now) {
        List<Weakening> found = new ArrayList<>();
        limit("bytes", old.bytes(), now.bytes(), found);
        limit("line", old.line(), now.line(), found);
        limit("depth", old.depth(), now.depth(), found);
        limit("nodes", old.nodes(), now.nodes(), found);
        limit("parts", old.parts(), now.parts(), found);
        return found;
    }

    private static void limit(String name, long old, long now, List<Weakening> found) {
        if (now < old) {
            found.add(Weakening.of(Weakening.key("limits", name), old, now, "more files cannot be read"));
        }
    }
}
