package io.github.confgate.inspection;

import io.github.confgate.document.SameEnds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks for a text in the bytes of files. Bytes of zero speak for an encoding in which it looks otherwise. */
final class TextSearch {

    private final byte[] wanted;

    private TextSearch(byte[] wanted) {
        this.wanted = wanted;
    }

    /** @param text not empty */
    static TextSearch of(String text) {
        return new TextSearch(text.getBytes(StandardCharsets.UTF_8));
    }

    boolean mayBeIn(byte[] bytes) {
        return mayBeIn(bytes, 0, bytes.length);
    }

    /** Whether a version may hold the text, given that the one before does not: only what differs is looked at. */
    boolean mayHaveComeIn(byte[] before, byte[] bytes) {
        int prefix = Arrays.mismatch(before, bytes);
        if (prefix < 0) {
            return false;
        }
        return mayHaveComeIn(bytes, prefix, bytes.length - SameEnds.suffix(before, bytes, prefix));
    }

    /** The same, where the bytes that differ are known. */
    boolean mayHaveComeIn(byte[] bytes, int from, int to) {
        int around = wanted.length - 1;
        return mayBeIn(bytes, Math.max(0, from - around), Math.min(bytes.length, to + around));
    }

    private boolean mayBeIn(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == 0) {
                return true;
            }
            if (bytes[i] == wanted[0] && i + wanted.length <= to) {
                int same = 1;
                while (same < wanted.length && bytes[i + same] == wanted[same]) {
                    same++;
                }
                if (same == wanted.length) {
                    return true;
                }
            }
        }
        return false;
    }
}
