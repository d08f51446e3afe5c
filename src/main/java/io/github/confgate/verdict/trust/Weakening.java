package io.github.confgate.verdict.trust;

import io.github.confgate.document.KeyPath;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a policy lets more pass than before.
 *
 * @param key of the policy; an item of a list by its name ({@code [name=production]}) or its text
 * @param old what it said; null where it said nothing
 * @param now what it says; null where it says nothing
 * @param effect what that means, as the rest of a sentence
 */
public record Weakening(
        KeyPath key, @Nullable String old, @Nullable String now, String effect) {

    static Weakening of(KeyPath key, Object old, Object now, String effect) {
        return new Weakening(key, old.toString(), now.toString(), effect);
    }

    static Weakening gained(KeyPath key, Object now, String effect) {
        return new Weakening(key, null, now.toString(), effect);
    }

    static Weakening lost(KeyPath key, Object old, String effect) {
        return new Weakening(key, old.toString(), null, effect);
    }

    /** A key by its names. */
    static KeyPath key(String... names) {
        KeyPath key = KeyPath.ROOT;
        for (String name : names) {
            key = key.name(name);
        }
        return key;
    }
}
