package io.github.confgate.report;

import io.github.confgate.verdict.Decided;
import io.github.confgate.verdict.Waiver;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a finding that does not stand was accepted.
 *
 * @param words {@code policy, by ada: service retired (OPS-12), until 2026-12-31}; safe to show
 * @param inSource whether the decision is written beside the value
 */
record Accepted(String words, boolean inSource) {
    private static final int REASON = 300;

    static Accepted of(Decided decided) {
        Waiver waiver = decided.waiver();
        if (waiver == null) {
            return new Accepted("in the baseline", false);
        }
        List<String> words = new ArrayList<>();
        words.add(waiver.source().id() + (waiver.by().isEmpty() ? "" : ", by " + waiver.by()));
        if (!waiver.reason().isEmpty()) {
            words.add(": " + Visible.shorten(waiver.reason(), REASON));
        }
        if (!waiver.ticket().isEmpty()) {
            words.add(" (" + waiver.ticket() + ")");
        }
        if (waiver.expires() != null) {
            words.add(", until " + waiver.expires());
        }
        return new Accepted(Visible.escape(String.join("", words)), waiver.source() == Waiver.Source.INLINE);
    }
}
