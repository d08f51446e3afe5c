package io.github.confgate.change;

import io.github.confgate.document.KeyPath;

/**
 * The part of a file that a change is in.
 *
 * @param id as in {@link io.github.confgate.document.Part}
 * @param alone whether it is the file's only part, before and after; then keys print without it
 */
public record PartRef(KeyPath.Segment id, boolean alone) {

    /** A key within the part, as it prints. */
    public KeyPath print(KeyPath inner) {
        if (alone) {
            return inner;
        }
        KeyPath whole = KeyPath.ROOT.then(id);
        for (KeyPath.Segment segment : inner.segments()) {
            whole = whole.then(segment);
        }
        return whole;
    }
}
