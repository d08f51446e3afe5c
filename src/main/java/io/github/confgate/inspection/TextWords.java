package io.github.confgate.inspection;

import io.github.confgate.document.SameEnds;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Which words the bytes of a version of a file surely lack. Of the next version only what differs is looked at, as long
 * as the words are lacking. Nothing is sure of a text with escapes that may spell letters, or hide the end of a line
 * between them (YAML 1.2.2, 5.7; properties; XML), and of bytes that are no UTF-8.
 */
final class TextWords {

    private final byte[] bytes;
    private final Set<String> lacking = new HashSet<>();
    private final boolean plain;

    /** @param bytes never written to */
    TextWords(byte[] bytes) {
        this(bytes, isPlain(bytes, 0, bytes.length));
    }

    private TextWords(byte[] bytes, boolean plain) {
        this.bytes = bytes;
        this.plain = plain;
    }

    /** Those of another version of the file. */
    TextWords next(byte[] other) {
        int prefix = Arrays.mismatch(bytes, other);
        if (prefix < 0) {
            return this;
        }
        if (!plain) {
            return new TextWords(other);
        }
        int end = other.length - SameEnds.suffix(bytes, other, prefix);
        TextWords next = new TextWords(other, isPlain(other, Math.max(0, prefix - 1), Math.min(other.length, end + 1)));
        for (String word : lacking) {
            if (!TextSearch.of(word).mayHaveComeIn(other, prefix, end)) {
                next.lacking.add(word);
            }
        }
        return next;
    }

    boolean lacks(String word) {
        if (!plain) {
            return false;
        }
        if (lacking.contains(word)) {
            return true;
        }
        boolean lacks = !TextSearch.of(word).mayBeIn(bytes);
        if (lacks) {
            lacking.add(word);
        }
        return lacks;
    }

    private static boolean isPlain(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte next = i + 1 < bytes.length ? bytes[i + 1] : 0;
            boolean escape =
                    bytes[i] == '\\' && (next == 'x' || next == 'u' || next == 'U' || next == '\n' || next == '\r');
            if (bytes[i] == 0 || escape || (bytes[i] == '&' && next == '#')) {
                return false;
            }
        }
        return true;
    }
}
