package io.github.confgate.document;

import java.util.List;

/**
 * Knows ciphertext by its shape: SOPS, Ansible Vault, age, PGP, eyaml, Jasypt and Spring Cloud Config. The body must be
 * what such a tool writes, so that nothing that still means something to a reader hides behind the mark.
 */
final class Ciphertext {

    private static final List<String> OPENINGS = List.of(
            "$ANSIBLE_VAULT;",
            "-----BEGIN PGP MESSAGE-----",
            "-----BEGIN AGE ENCRYPTED FILE-----",
            "age-encryption.org/v");
    private static final List<String> TAGS = List.of("!vault ", "!vault-encrypted ");

    /** eyaml folds at some 60 characters; words, which are shorter, are no ciphertext. */
    private static final int LINE = 40;

    private Ciphertext() {}

    /** Whether a text is ciphertext from its first character on. */
    static boolean isWhole(String text) {
        String body = text.stripLeading();
        for (String opening : OPENINGS) {
            if (body.startsWith(opening)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value is ciphertext. */
    static boolean isValue(String text) {
        if (text.startsWith("ENC[")) {
            String joined = joined(text);
            return isSops(text) || isWrapped(joined, "ENC[PKCS7,", "]") || isWrapped(joined, "ENC[GPG,", "]");
        }
        for (String tag : TAGS) {
            if (text.startsWith(tag)) {
                return isWhole(text.substring(tag.length()));
            }
        }
        return isWrapped(text, "ENC(", ")") || isWrapped(text, "{cipher}", "") || isWhole(text);
    }

    /** What eyaml folds over several lines, YAML joins by blanks and ends by a line break. */
    private static String joined(String text) {
        String[] lines = text.strip().split(" ", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            if (lines[i].length() < LINE) {
                return text;
            }
        }
        return String.join("", lines);
    }

    private static boolean isSops(String text) {
        return text.startsWith("ENC[AES256_GCM,data:")
                && text.endsWith("]")
                && text.contains(",iv:")
                && text.contains(",tag:");
    }

    private static boolean isWrapped(String text, String open, String close) {
        int least = open.length() + close.length() + 8;
        return text.length() >= least
                && text.startsWith(open)
                && text.endsWith(close)
                && isEncoded(text, open.length(), text.length() - close.length());
    }

    private static boolean isEncoded(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && "+/=-_\n".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
