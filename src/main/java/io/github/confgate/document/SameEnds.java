package io.github.confgate.document;

import java.util.Arrays;

/** Finds what two versions of a text have in common at their ends; of bytes many at a time. */
public final class SameEnds {

    /** So many bytes are compared at once. */
    private static final int BLOCK = 512;

    private SameEnds() {}

    /** How many bytes at their ends both texts have in common, those of the common beginning left out. */
    public static int suffix(byte[] text, byte[] newText, int prefix) {
        int most = Math.min(text.length, newText.length) - prefix;
        int suffix = 0;
        for (int step = BLOCK; step > 0; step /= BLOCK) {
            while (suffix + step <= most
                    && Arrays.equals(
                            text,
                            text.length - suffix - step,
                            text.length - suffix,
                            newText,
                            newText.length - suffix - step,
                            newText.length - suffix)) {
                suffix += step;
            }
        }
        return suffix;
    }

    /** How many characters at their beginnings both texts have in common. */
    public static int prefix(String text, String newText) {
        int most = Math.min(text.length(), newText.length());
        int prefix = 0;
        while (prefix < most && text.charAt(prefix) == newText.charAt(prefix)) {
            prefix++;
        }
        return prefix;
    }

    /** How many characters at their ends both texts have in common, those of the common beginning left out. */
    public static int suffix(String text, String newText, int prefix) {
        int most = Math.min(text.length(), newText.length()) - prefix;
        int suffix = 0;
        while (suffix < most
                && text.charAt(text.length() - 1 - suffix) == newText.charAt(newText.length() - 1 - suffix)) {
            suffix++;
        }
        return suffix;
    }
}
