package io.github.confgate.change;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds secrets that are known already in other text; looked up by their first characters, so that many cost little. */
final class KnownSecrets {

    /** Secrets that begin alike, in the order of their characters. */
    private static final class Alike {
        final TreeSet<String> secrets = new TreeSet<>();
        int longest;
    }

    private final int length;
    private final Map<String, Alike> byStart = new HashMap<>();

    /** @param length shorter ones are not looked for */
    KnownSecrets(int length) {
        this.length = length;
    }

    void add(String secret) {
        if (secret.length() >= length) {
            Alike alike = byStart.computeIfAbsent(secret.substring(0, length), start -> new Alike());
            alike.secrets.add(secret);
            alike.longest = Math.max(alike.longest, secret.length());
        }
    }

    /** The text with the longest secret at each place replaced. */
    String replaceIn(String text, UnaryOperator<String> label) {
        if (byStart.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            String secret = at(text, i);
            if (secret == null) {
                out.append(text.charAt(i++));
            } else {
                out.append(label.apply(secret));
                i += secret.length();
            }
        }
        return out.toString();
    }

    private @Nullable String at(String text, int i) {
        Alike alike = i + length > text.length() ? null : byStart.get(text.substring(i, i + length));
        if (alike == null) {
            return null;
        }
        String rest = text.substring(i, Math.min(text.length(), i + alike.longest));
        String secret = alike.secrets.floor(rest);
        // What stands before the rest in that order and is no beginning of it has a beginning in common with it.
        while (secret != null && !rest.startsWith(secret)) {
            rest = rest.substring(0, common(rest, secret));
            secret = alike.secrets.floor(rest);
        }
        return secret;
    }

    private static int common(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }
}
