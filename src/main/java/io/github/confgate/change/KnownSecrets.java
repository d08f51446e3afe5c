package io.github.confgate.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Finds secrets that are known already in other text; looked up by their first characters, so that many cost little. */
final class KnownSecrets {

    private final int length;
    private final Map<String, List<String>> byStart = new HashMap<>();

    /** @param length shorter ones are not looked for */
    KnownSecrets(int length) {
        this.length = length;
    }

    void add(String secret) {
        if (secret.length() >= length) {
            List<String> same = byStart.computeIfAbsent(secret.substring(0, length), start -> new ArrayList<>());
            same.add(secret);
            same.sort((a, b) -> b.length() - a.length());
        }
    }

    String replaceIn(String text, UnaryOperator<String> label) {
        if (byStart.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            String secret = at(text, i);
            out.append(secret.isEmpty() ? text.substring(i, i + 1) : label.apply(secret));
            i += Math.max(1, secret.length());
        }
        return out.toString();
    }

    private String at(String text, int i) {
        if (i + length > text.length()) {
            return "";
        }
        for (String secret : byStart.getOrDefault(text.substring(i, i + length), List.of())) {
            if (text.startsWith(secret, i)) {
                return secret;
            }
        }
        return "";
    }
}
