package io.github.confgate.change;

import io.github.confgate.document.KeyPath;
import java.util.List;
import java.util.Set;

/**
 * Keys whose value may be a secret by where it stands: what is encrypted, what a manifest of a Secret without a name holds,
 * what stands below a name of secrets. It is masked, and nothing is judged by it. Takes time linear in the value.
 */
final class SecretPlaces {

    private static final Set<String> NAMES = Set.of(
            "salt",
            "pepper",
            "pin",
            "psk",
            "presharedkey",
            "bearer",
            "authorization",
            "cookie",
            "community",
            "otp",
            "totp",
            "mnemonic",
            "jwt",
            "sas",
            "keydata",
            "cipherkey",
            "htpasswd",
            "dockerconfigjson",
            "dockercfg",
            "netrc",
            "pgpass",
            "otpseed",
            "totpseed");

    /** Names of maps of users, each with a password. */
    private static final Set<String> LOGINS = Set.of("basicauth", "passwords", "secrets", "tokens", "userpasswords");

    /** Files that hold nothing but logins. */
    private static final Set<String> FILES =
            Set.of("userlist.txt", "htpasswd", ".htpasswd", "passwd", ".netrc", ".pgpass");

    /** These are as often names of queues and columns, unless they look like a key. */
    private static final Set<String> SPUN = Set.of("servicekey", "routingkey", "integrationkey");

    /** Names of maps whose {@code key}, and the like, is a secret. */
    private static final Set<String> CRYPTO =
            Set.of("encryption", "signing", "crypto", "cipher", "aes", "hmac", "jwt", "keys", "license", "auth");

    /** Names below those of secrets that tell of something else. */
    private static final Set<String> OTHER = Set.of(
            "name",
            "names",
            "username",
            "user",
            "id",
            "type",
            "algorithm",
            "alg",
            "version",
            "url",
            "uri",
            "host",
            "image",
            "path",
            "file",
            "class",
            "issuer",
            "audience",
            "header",
            "policy",
            "format",
            "provider",
            "encoder",
            "region",
            "namespace",
            "store",
            "ref",
            "key",
            "property",
            "kind",
            "description",
            "engine",
            "method",
            "scope",
            "created");

    private SecretPlaces() {}

    static boolean is(KeyPath.Segment part, KeyPath key, String value) {
        String text = value.strip();
        if (text.length() < 4) {
            return false;
        }
        List<KeyPath.Segment> segments = key.segments();
        return isEncrypted(segments, text)
                || isData(part, segments, text)
                || (Literals.isLiteral(text) && (isNamed(segments, text) || isBelow(segments, text)));
    }

    private static boolean isEncrypted(List<KeyPath.Segment> segments, String text) {
        boolean sealed = false;
        for (KeyPath.Segment segment : segments) {
            if (sealed && name(segment).equals("encryptedData")) {
                return true;
            }
            sealed |= isMaker(segment);
        }
        // Pulumi: v1:nonce:text, or the base64 of what a provider made.
        return last(segments, 0).equals("secure") && (text.startsWith("v1:") || isSpun(text));
    }

    /** What a Secret holds whose kind no name tells, and what a template makes one of. */
    private static boolean isData(KeyPath.Segment part, List<KeyPath.Segment> segments, String text) {
        boolean made = isMaker(part);
        for (int i = 0; i < segments.size() - 1; i++) {
            String name = name(segments.get(i));
            boolean data = name.equals("data") || name.equals("stringData");
            if (data && i > 0 && segments.get(i - 1) instanceof KeyPath.Index) {
                return text.length() > 16 ? isBase64(text) : SecretShapes.isPrintable(text, 3);
            }
            if (data && made && name(segments.get(i - 1 < 0 ? 0 : i - 1)).equals("template")) {
                return Literals.isLiteral(text);
            }
            made |= isMaker(segments.get(i));
        }
        return false;
    }

    private static boolean isMaker(KeyPath.Segment segment) {
        return segment instanceof KeyPath.Selector selector
                && selector.fields().stream()
                        .anyMatch(field -> field.name().equals("kind")
                                && (field.value().equals("SealedSecret")
                                        || field.value().equals("ExternalSecret")));
    }

    private static boolean isNamed(List<KeyPath.Segment> segments, String text) {
        String last = last(segments, 0);
        if (last.isEmpty()) {
            return false;
        }
        List<String> words = NameWords.of(last);
        int size = words.size();
        String noun = size == 0 ? "" : words.get(size - 1);
        String joined = size < 2 ? above(segments) + noun : words.get(size - 2) + noun;
        if (FILES.contains(name(segments.get(segments.size() - 1)))) {
            return true;
        }
        if (noun.equals("pin") && text.chars().allMatch(Character::isDigit)) {
            return true;
        }
        if (joined.equals("secretid")) {
            return isUuid(text);
        }
        if (SecretNames.isKeyOf(new KeyPath(segments))) {
            return text.length() >= 8 && Literals.isMoreThanAName(text);
        }
        if ((noun.equals("auth") || joined.equals("authbasic")) && isTyped(text)) {
            return true;
        }
        if (noun.equals("auth") || joined.equals("authbasic")) {
            int colon = text.indexOf(':');
            return SecretShapes.isUserAndPassword(text)
                    || (colon > 0 && colon < text.length() - 3 && text.indexOf(' ') < 0);
        }
        if (NAMES.contains(noun) || NAMES.contains(joined)) {
            return Literals.isMoreThanAName(text) || isSpun(text);
        }
        if (SPUN.contains(joined)) {
            return isSpun(text);
        }
        boolean key = noun.equals("key") || NameWords.of(last(segments, 1)).contains("keys");
        return key
                && isSpun(text)
                && (CRYPTO.contains(noun)
                        || NameWords.of(last(segments, 1)).stream().anyMatch(CRYPTO::contains));
    }

    private static boolean isBelow(List<KeyPath.Segment> segments, String text) {
        int size = segments.size();
        String last = size > 0 ? name(segments.get(size - 1)) : "";
        List<String> words = NameWords.of(last);
        if (!words.isEmpty() && OTHER.contains(words.get(words.size() - 1)) && !isSpun(text)) {
            return false;
        }
        if (size > 1
                && LOGINS.contains(folded(segments.get(size - 2)))
                && (isTyped(text) || isPasswords(segments, text))) {
            return true;
        }
        for (int i = Math.max(0, size - 4); i < size - 1; i++) {
            String name = name(segments.get(i));
            SecretNames.Hint hint = name.isEmpty() ? SecretNames.Hint.NONE : SecretNames.of(name);
            if (hint != SecretNames.Hint.NONE && Literals.isMoreThanAName(text) && isMixed(text)) {
                return true;
            }
        }
        return false;
    }

    /** What stands in a map of passwords is one, whatever it looks like; with a joint in it, it may be a name. */
    private static boolean isPasswords(List<KeyPath.Segment> segments, String text) {
        return folded(segments.get(segments.size() - 2)).endsWith("passwords")
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "!#$%&*+=?@^~".indexOf(c) >= 0);
    }

    /** One word in which digits are more than the number of a thing. */
    private static boolean isTyped(String text) {
        return text.length() >= 8
                && text.chars().filter(Character::isDigit).count() >= 2
                && text.chars().anyMatch(Character::isLetter)
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "!#$%&*+=?@^~".indexOf(c) >= 0);
    }

    private static boolean isUuid(String text) {
        return text.length() == 36
                && text.charAt(8) == '-'
                && text.chars().allMatch(c -> c == '-' || Character.digit(c, 16) >= 0);
    }

    /** The last word of the name above the last. */
    private static String above(List<KeyPath.Segment> segments) {
        List<String> words = NameWords.of(last(segments, 1));
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    private static String folded(KeyPath.Segment segment) {
        return String.join("", NameWords.of(name(segment)));
    }

    /** Letters and digits, and more than the small letters that names are written in. */
    private static boolean isMixed(String text) {
        boolean letter = false;
        boolean digit = false;
        boolean more = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ') {
                return false;
            }
            letter |= Character.isLetter(c);
            digit |= Character.isDigit(c);
            more |= Character.isUpperCase(c) || "!#$%&*+=?@^~".indexOf(c) >= 0;
        }
        return text.length() >= 6 && letter && digit && more;
    }

    /** One word of 16 characters and more as programs write keys. */
    private static boolean isSpun(String text) {
        return text.length() >= 16
                && text.chars().anyMatch(Character::isDigit)
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "+/=_-:.".indexOf(c) >= 0);
    }

    private static boolean isBase64(String text) {
        return text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "+/=\n".indexOf(c) >= 0)
                && (text.length() % 4 == 0 || text.indexOf('\n') > 0);
    }

    /** The last name but so many; empty where it is the place of an item. */
    private static String last(List<KeyPath.Segment> segments, int but) {
        int at = segments.size() - 1;
        for (int left = but; at >= 0; at--) {
            if (segments.get(at) instanceof KeyPath.Name name && left-- == 0) {
                return name.name().substring(name.name().lastIndexOf('.') + 1);
            }
        }
        return "";
    }

    private static String name(KeyPath.Segment segment) {
        return segment instanceof KeyPath.Name name ? name.name() : "";
    }
}
