package io.github.confgate.verdict.trust;

import io.github.confgate.document.KeyPath;
import io.github.confgate.verdict.Freeze;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds freezes that are gone or shorter. One that is over may go. */
final class FreezeWeakened {

    private static final KeyPath KEY = Weakening.key("freeze");

    private FreezeWeakened() {}

    static List<Weakening> find(List<Freeze> old, List<Freeze> now, Instant at) {
        List<Weakening> found = new ArrayList<>();
        for (Freeze window : old) {
            boolean over = window.to() != null && !window.to().isAfter(at);
            if (!over && now.stream().noneMatch(each -> each.covers(window))) {
                found.add(Weakening.lost(KEY, window, "changes may be merged in this time"));
            }
        }
        return found;
    }
}
