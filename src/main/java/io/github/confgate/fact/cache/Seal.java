package io.github.confgate.fact.cache;

import io.github.confgate.source.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * HMAC-SHA-256 (RFC 2104) with a key that only the user can read. Made of {@link MessageDigest}, as {@code javax.crypto}
 * takes longer to load than the cache saves in a small repository.
 */
final class Seal {

    static final int LENGTH = 32;
    private static final int BLOCK = 64;

    private final byte[] key;

    Seal(byte[] key) {
        this.key = Arrays.copyOf(key, BLOCK);
    }

    /** @param from where the text begins in {@code bytes}, which it ends with */
    byte[] of(byte[] bytes, int from) {
        MessageDigest inner = digest(0x36);
        inner.update(bytes, from, bytes.length - from);
        MessageDigest outer = digest(0x5c);
        return outer.digest(inner.digest());
    }

    private MessageDigest digest(int pad) {
        byte[] padded = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            padded[i] = (byte) (key[i] ^ pad);
        }
        MessageDigest digest = Sha256.digest();
        digest.update(padded);
        return digest;
    }
}
