package io.github.confgate.change;

import io.github.confgate.document.KeyPath;
import java.util.List;
import java.util.Set;

/** Which names name a secret. The last word decides: {@code token} is a secret, {@code token-url} is an address. */
final class SecretNames {

    /** What a name says about its value. */
    enum Hint {
        NONE,
        /** The value may be the name of a secret as well as the secret. */
        LIKELY,
        /** Whatever is written here is the secret. */
        CERTAIN
    }

    private static final Set<String> PASSWORDS = Set.of(
            "password",
            "passwords",
            "passwd",
            "passphrase",
            "passphrases",
            "passcode",
            "passwort",
            "pwd",
            "pass",
            "userpassword",
            "dbpassword",
            "dbpass",
            "requirepass",
            "masterauth",
            "rootpassword",
            "adminpassword",
            "keystorepassword",
            "truststorepassword",
            "pw",
            "bindpw",
            "rootpw",
            "rootbindpw",
            "dbpw",
            "userpw",
            "adminpw",
            "storepass",
            "keypass",
            "rootpass",
            "adminpass",
            "userpass",
            "smtppass",
            "ldappass",
            "mysqlpass",
            "becomepass",
            "authtok");
    private static final Set<String> TOKENS = Set.of(
            "token",
            "tokens",
            "secret",
            "secrets",
            "credential",
            "credentials",
            "creds",
            "authtoken",
            "identitytoken",
            "sessiontoken",
            "refreshtoken",
            "accesstoken",
            "apitoken",
            "bearertoken",
            "clientsecret",
            "secretkey",
            "apikey",
            "apikeys",
            "accesskey",
            "privatekey",
            "encryptionkey",
            "signingkey",
            "webhooksecret",
            "cookiesecret",
            "jwtsecret");
    /** Words that make a key a secret when they stand right before {@code key}. */
    private static final Set<String> KEYS = Set.of(
            "api",
            "access",
            "secret",
            "private",
            "encryption",
            "encrypt",
            "decryption",
            "signing",
            "signature",
            "account",
            "shared",
            "master",
            "license",
            "licence",
            "storage",
            "auth",
            "session",
            "hmac",
            "jwt",
            "admin",
            "deploy",
            "ssh",
            "app",
            "subscription",
            "integration",
            "ingest",
            "validation",
            "primaryaccess");
    /** Names of maps whose {@code key} is a secret where it looks like one. */
    private static final Set<String> KEY_MAPS = Set.of(
            "api",
            "access",
            "secret",
            "private",
            "encryption",
            "encrypt",
            "decryption",
            "signing",
            "signature",
            "license",
            "licence",
            "hmac",
            "jwt",
            "validation",
            "crypto");
    /** Words behind the noun that do not change what it is. */
    private static final Set<String> QUALIFIERS = Set.of(
            "value",
            "plain",
            "plaintext",
            "text",
            "raw",
            "current",
            "new",
            "old",
            "previous",
            "primary",
            "secondary",
            "default",
            "hash",
            "base64",
            "b64",
            "encoded",
            "string",
            "prod",
            "production",
            "staging",
            "dev",
            "base");
    /** Words before the noun that make it a thing which holds, counts or describes secrets. */
    private static final Set<String> OTHER_THINGS = Set.of(
            "existing",
            "pull",
            "tls",
            "ca",
            "cert",
            "certificate",
            "max",
            "min",
            "num",
            "number",
            "total",
            "count",
            "encrypted",
            "sealed",
            "use",
            "enable",
            "disable",
            "require",
            "allow",
            "public",
            "no",
            "create",
            "mount",
            "automount",
            "external",
            "reset",
            "forgot",
            "change",
            "show",
            "without",
            "csrf",
            "page",
            "next",
            "continuation",
            "has",
            "is",
            "image");

    private SecretNames() {}

    /** What the last name of a key says; for a variable in a list of variables, the variable's name. */
    static Hint of(KeyPath key) {
        List<KeyPath.Segment> segments = key.segments();
        for (KeyPath.Segment segment : segments) {
            if (segment instanceof KeyPath.Name name && name.name().equals("encryptedData")) {
                return Hint.NONE;
            }
        }
        int size = segments.size();
        if (size >= 2 && segments.get(size - 1) instanceof KeyPath.Name last && isValue(last.name())) {
            KeyPath.Segment above = segments.get(size - 2);
            if (above instanceof KeyPath.Selector item) {
                return of(item.fields().get(item.fields().size() - 1).value());
            }
            return above instanceof KeyPath.Name name ? of(name.name()) : Hint.NONE;
        }
        return of(afterLastDot(key.lastName()));
    }

    /** Whether a name further up says that secrets stand below. */
    static boolean isBelowSecrets(KeyPath key) {
        boolean last = true;
        List<KeyPath.Segment> segments = key.segments();
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (segments.get(i) instanceof KeyPath.Name name) {
                if (!last && of(name.name()) != Hint.NONE) {
                    return true;
                }
                last = false;
            }
        }
        return false;
    }

    static Hint of(String name) {
        List<String> words = NameWords.of(name);
        int end = words.size();
        while (end > 1 && (QUALIFIERS.contains(words.get(end - 1)) || isNumber(words.get(end - 1)))) {
            end--;
        }
        if (end == 0 || words.subList(0, end).stream().anyMatch(OTHER_THINGS::contains)) {
            return Hint.NONE;
        }
        String noun = withoutDigits(words.get(end - 1));
        String before = end > 1 ? words.get(end - 2) : "";
        if (PASSWORDS.contains(noun) || isPassword(noun)) {
            return noun.equals("pass") && before.equals("proxy") ? Hint.NONE : Hint.CERTAIN;
        }
        if (TOKENS.contains(noun) || ((noun.equals("key") || noun.equals("keys")) && KEYS.contains(before))) {
            return Hint.LIKELY;
        }
        return Hint.NONE;
    }

    /** Whether a key is the {@code key} of a map that is named for keys: {@code jwt.key}. */
    static boolean isKeyOf(KeyPath key) {
        List<KeyPath.Segment> segments = key.segments();
        int size = segments.size();
        if (size == 0 || !(segments.get(size - 1) instanceof KeyPath.Name last)) {
            return false;
        }
        String name = last.name();
        int dot = name.lastIndexOf('.');
        String above = dot > 0
                ? name.substring(0, dot)
                : size > 1 && segments.get(size - 2) instanceof KeyPath.Name map ? map.name() : "";
        List<String> words = NameWords.of(above);
        return name.substring(dot + 1).equalsIgnoreCase("key")
                && !words.isEmpty()
                && KEY_MAPS.contains(words.get(words.size() - 1))
                && words.stream().noneMatch(OTHER_THINGS::contains);
    }

    /** {@code PGPASSWORD}, and what else writes the word behind another without a joint. */
    private static boolean isPassword(String noun) {
        for (String word : List.of("password", "passwd", "passphrase")) {
            if (noun.endsWith(word)) {
                return !OTHER_THINGS.contains(noun.substring(0, noun.length() - word.length()));
            }
        }
        return false;
    }

    /** Whether a name says no more than that the value of what stands above follows. */
    private static boolean isValue(String name) {
        return name.equalsIgnoreCase("value")
                || name.equals("ParameterValue")
                || name.equals("parameterValue")
                || name.equals("default")
                || name.equals("param-value")
                || name.equals("env-entry-value");
    }

    private static String afterLastDot(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private static String withoutDigits(String word) {
        int end = word.length();
        while (end > 1 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(0, end);
    }
}
