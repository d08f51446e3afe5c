package io.github.confgate.fact;

import io.github.confgate.document.KeyPath;
import java.util.List;

/** Whether a recorded key is the one that is asked for. */
enum KeyLikeness {
    SAME,
    OTHER,
    /** Only a look into the document tells: an item by its number, or by other fields, or another spelling. */
    UNSURE;

    static KeyLikeness of(KeyEvents.Key event, Wanted wanted, boolean relaxed) {
        if (!event.alone() && !event.part().equals(wanted.part())) {
            return relaxed ? UNSURE : OTHER;
        }
        List<KeyPath.Segment> a = event.key().segments();
        List<KeyPath.Segment> b = wanted.key().segments();
        KeyLikeness other = relaxed ? UNSURE : OTHER;
        if (a.size() != b.size()) {
            return other;
        }
        KeyLikeness likeness = SAME;
        for (int i = 0; i < a.size(); i++) {
            KeyLikeness step = of(a.get(i), b.get(i), i == a.size() - 1);
            if (step == OTHER) {
                return a.get(i) instanceof KeyPath.Name ? other : OTHER;
            }
            likeness = step == UNSURE ? UNSURE : likeness;
        }
        return likeness;
    }

    private static KeyLikeness of(KeyPath.Segment a, KeyPath.Segment b, boolean last) {
        if (a instanceof KeyPath.Name || b instanceof KeyPath.Name) {
            return a.equals(b) ? SAME : OTHER;
        }
        if (a instanceof KeyPath.Selector one && b instanceof KeyPath.Selector other) {
            boolean sameFields = one.fields().stream()
                    .map(KeyPath.Field::name)
                    .toList()
                    .equals(other.fields().stream().map(KeyPath.Field::name).toList());
            return one.equals(other) ? SAME : sameFields ? OTHER : UNSURE;
        }
        return last && a instanceof KeyPath.Index && b instanceof KeyPath.Index ? SAME : UNSURE;
    }
}
