package io.github.confgate.change;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells a secret that is written out from a reference to one, a name of one, or no secret at all. */
final class Literals {

    private static final List<String> REFERENCES = List.of(
            "vault:",
            "vault://",
            "secret:",
            "secret://",
            "secrets://",
            "sm://",
            "gsm://",
            "ssm:",
            "ssm://",
            "arn:",
            "ref+",
            "awssm:",
            "secretsmanager:",
            "asm://",
            "op://",
            "akv://",
            "@microsoft.keyvault(",
            "enc[",
            "enc(",
            "{cipher}",
            "{vault}",
            "$ansible_vault",
            "env:",
            "env.",
            "env://",
            "file:",
            "classpath:",
            "kms:",
            "doppler:",
            "projects/",
            "parameter-store:",
            "keyvault:",
            "conjur:",
            "bao:",
            "secretref:",
            "ssh-rsa ",
            "ssh-ed25519 ",
            "ecdsa-sha2-",
            "-----begin certificate",
            "-----begin public key",
            "-----begin rsa public key",
            "-----begin pgp public",
            "age1");
    private static final Set<String> NO_VALUE = Set.of(
            "true",
            "false",
            "yes",
            "no",
            "on",
            "off",
            "null",
            "none",
            "~",
            "nil",
            "undefined",
            "{}",
            "[]",
            "enabled",
            "disabled",
            "required",
            "optional",
            "redacted",
            "<redacted>",
            "[redacted]",
            "(redacted)",
            "hidden",
            "omitted");
    private static final Set<String> NAMING = Set.of(
            "secret",
            "secrets",
            "credential",
            "credentials",
            "creds",
            "token",
            "tokens",
            "key",
            "keys",
            "password",
            "passwords",
            "passwd",
            "auth",
            "cert",
            "tls",
            "login",
            "apikey");

    private Literals() {}

    /** Whether the value is written out: no reference, no path, no address, not empty, not blotted out. */
    static boolean isLiteral(String value) {
        String text = value.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        return !text.isEmpty()
                && !NO_VALUE.contains(lower)
                && !isReference(text, lower)
                && !isPath(text)
                && !isBlottedOut(lower)
                && !text.contains("://");
    }

    /** Whether a value under a name that may also take the name of a secret is the secret. */
    static boolean isMoreThanAName(String value) {
        String text = value.strip();
        if (isProse(text) || isNumberOrDuration(text) || (text.length() < 12 && isLetters(text))) {
            return false;
        }
        if (text.length() > 253 || !isNameLike(text)) {
            return true;
        }
        return NameWords.of(text).stream().noneMatch(NAMING::contains);
    }

    private static boolean isProse(String text) {
        return text.chars().filter(Character::isWhitespace).count() > 3 || text.indexOf('\n') >= 0;
    }

    /** Whether an unquoted word behind a sign is code: a call, an index, or a bare name that is assigned. */
    static boolean isCode(String word, char sign) {
        return word.indexOf('(') >= 0
                || word.indexOf('[') >= 0
                || word.indexOf('{') >= 0
                || (sign == '=' && word.chars().allMatch(c -> Character.isLetter(c) || c == '_' || c == '.'));
    }

    static boolean isReference(String text, String lower) {
        if (text.contains("${")
                || text.startsWith("$__")
                || text.contains("{{")
                || text.contains("$(")
                || text.contains("<%")) {
            return true;
        }
        if (text.contains("#{") || text.startsWith("((") || (text.startsWith("!") && text.indexOf(' ') > 1)) {
            return true;
        }
        boolean braced = text.startsWith("{") && text.endsWith("}") && text.indexOf(':') > 1 && text.indexOf('"') < 0;
        if (braced || (text.startsWith("<") && text.endsWith(">"))) {
            return true;
        }
        if (text.length() > 2 && (isWrapped(text, '%') || isWrapped(text, '@'))) {
            return true;
        }
        if (text.startsWith("$") && text.length() > 2 && isVariable(text.substring(1))) {
            return true;
        }
        if (text.indexOf('_') > 0 && isVariable(text) && SecretNames.of(text) != SecretNames.Hint.NONE) {
            return true;
        }
        return REFERENCES.stream().anyMatch(lower::startsWith) || HclReferences.is(text);
    }

    /** A bare {@code $} opens a password as well, so only capitals are taken for a variable. */
    private static boolean isVariable(String text) {
        return text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_');
    }

    private static boolean isWrapped(String text, char mark) {
        return text.charAt(0) == mark
                && text.charAt(text.length() - 1) == mark
                && isVariable(text.substring(1, text.length() - 1));
    }

    static boolean isPath(String text) {
        boolean rooted =
                text.startsWith("/") || text.startsWith("./") || text.startsWith("../") || text.startsWith("~/");
        boolean drive = text.length() > 3 && text.charAt(1) == ':' && text.charAt(2) == '\\';
        if (!rooted && !drive) {
            return false;
        }
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '\\') {
                run = 0;
            } else if (Character.isLetterOrDigit(c) || "._-~: ".indexOf(c) >= 0) {
                longest = Math.max(longest, ++run);
            } else {
                return false;
            }
        }
        return longest <= 30;
    }

    private static boolean isBlottedOut(String lower) {
        return lower.chars().allMatch(c -> c == '*' || c == '.' || c == '-' || c == '_' || c == 'x');
    }

    private static boolean isNumberOrDuration(String text) {
        if (text.length() > 15) {
            return false;
        }
        int i = text.startsWith("PT") || text.startsWith("P") || text.startsWith("-") ? 1 : 0;
        boolean digit = false;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            digit |= Character.isDigit(c);
            if (!Character.isDigit(c) && "._ smhdwyunDHMST".indexOf(c) < 0) {
                return false;
            }
        }
        return digit;
    }

    private static boolean isLetters(String text) {
        return text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-');
    }

    private static boolean isNameLike(String text) {
        return text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || Character.isDigit(c) || "-_./".indexOf(c) >= 0);
    }
}
