package io.github.confgate.verdict.trust;

import io.github.confgate.document.Limits;
import java.time.Duration;
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
        limit("time", old.time(), now.time(), found);
        return found;
    }

    private static <T extends Comparable<T>> void limit(String name, T old, T now, List<Weakening> found) {
        if (now.compareTo(old) < 0) {
            found.add(Weakening.of(Weakening.key("limits", name), shown(old), shown(now), "more files cannot be read"));
        }
    }

    private static Object shown(Object limit) {
        return limit instanceof Duration time ? EnvironmentsWeakened.span(time) : limit;
    }
}
