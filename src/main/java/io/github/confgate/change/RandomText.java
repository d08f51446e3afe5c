package io.github.confgate.change;

import io.github.confgate.document.KeyPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Tells a text that was drawn at random, as a token or a password is, from all that only looks so: digests, ids, names,
 * paths, ciphertext, public keys, and base64 of something readable. Such a text is no more than suspected of being a secret, where
 * its key does not say so. Takes time linear in the value.
 */
final class RandomText {

    private static final int SHORTEST = 20;
    private static final int LONGEST = 128;
    /** Without a hyphen or another joint in it, so that names with a number behind them are none. */
    private static final int IN_ONE_PIECE = 16;

    /** Of 62 characters drawn evenly, 62 of 100 are of another kind than the one before. */
    private static final double CHANGES_OF_KIND = 0.4;

    /** Twenty letters of which none comes twice have 4.3 bits each; words have 3 to 3.5. */
    private static final double BITS = 3.7;

    /** Words of a key under which what looks random is no secret. */
    private static final Set<String> HARMLESS = Set.of(
            "sha",
            "sha1",
            "sha256",
            "sha384",
            "sha512",
            "md5",
            "crc",
            "crc32",
            "digest",
            "digests",
            "checksum",
            "checksums",
            "hash",
            "hashes",
            "etag",
            "integrity",
            "fingerprint",
            "fingerprints",
            "thumbprint",
            "signature",
            "public",
            "pub",
            "pubkey",
            "cert",
            "certs",
            "certificate",
            "certificates",
            "ca",
            "cabundle",
            "bundle",
            "jwks",
            "jwk",
            "kid",
            "x5c",
            "x5t",
            "x",
            "y",
            "n",
            "id",
            "ids",
            "uid",
            "guid",
            "uuid",
            "arn",
            "version",
            "versions",
            "tag",
            "tags",
            "image",
            "images",
            "commit",
            "revision",
            "ref",
            "rev",
            "build",
            "release",
            "encrypted",
            "sealed",
            "cipher",
            "ciphertext",
            "ciphers",
            "encryption",
            "mac",
            "iv",
            "nonce",
            "site",
            "sitekey",
            "recaptcha",
            "analytics",
            "tracking",
            "pixel",
            "measurement",
            "verification",
            "dkim",
            "spf",
            "txt",
            "path",
            "file",
            "url",
            "uri",
            "host",
            "hostname",
            "endpoint",
            "address",
            "bucket",
            "schema",
            "regex",
            "pattern",
            "label",
            "labels",
            "annotation",
            "annotations",
            "name",
            "names",
            "alphabet",
            "charset",
            "characters",
            "description",
            "title",
            "comment",
            "example",
            "icon",
            "logo",
            "font",
            "svg",
            "data",
            "payload",
            "template",
            "query",
            "selector",
            "machine",
            "serial",
            "node",
            "cluster",
            "account",
            "project",
            "organization",
            "folder",
            "sheet",
            "spreadsheet",
            "document",
            "channel",
            "resource");

    /** Words of a map that say it of all that stands in it. */
    private static final Set<String> HARMLESS_BELOW = Set.of(
            "digests",
            "checksums",
            "hashes",
            "fingerprints",
            "encrypted",
            "sealed",
            "sops",
            "jwks",
            "annotations",
            "labels",
            "images",
            "dashboards",
            "panels",
            "messages",
            "translations",
            "certificates",
            "schemas");

    /** Names that say only that the value of what stands above follows. */
    private static final Set<String> VALUES = Set.of("value", "default");

    /** How keys, certificates, pictures, archives and ciphertext of well-known services begin. */
    private static final List<String> KNOWN_BEGINNINGS = List.of(
            "MII",
            "AAAA",
            "LS0t",
            "H4sI",
            "UEsDB",
            "iVBOR",
            "/9j/",
            "R0lGOD",
            "PHN2Zy",
            "PD94bW",
            "AQICAH",
            "CiQA",
            "gAAAAA",
            "AgB",
            "AgA",
            "sha1-",
            "sha256-",
            "sha384-",
            "sha512-",
            "pk_live_",
            "pk_test_",
            "6L");

    private RandomText() {}

    /** Whether a value under a key may be a secret, by the look of it alone. */
    static boolean is(KeyPath key, String value) {
        String text = value.strip();
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && isDrawn(text)
                && KNOWN_BEGINNINGS.stream().noneMatch(text::startsWith)
                && !isHarmless(key)
                && !isReadable(text);
    }

    private static boolean isDrawn(String text) {
        int[] counts = new int[128];
        int lower = 0;
        int upper = 0;
        int digits = 0;
        int joints = 0;
        int piece = 0;
        int longest = 0;
        int changes = 0;
        int last = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int kind = kind(c);
            if (kind < 0) {
                return false;
            }
            counts[c]++;
            lower += kind == 1 ? 1 : 0;
            upper += kind == 2 ? 1 : 0;
            digits += kind == 3 ? 1 : 0;
            joints += kind == 0 ? 1 : 0;
            piece = kind == 0 ? 0 : piece + 1;
            longest = Math.max(longest, piece);
            changes += kind != 0 && last != 0 && kind != last ? 1 : 0;
            last = kind;
        }
        int signs = lower + upper + digits;
        return lower >= 3
                && upper >= 3
                && digits >= 2
                && joints * 8 <= text.length()
                && longest >= IN_ONE_PIECE
                && changes >= CHANGES_OF_KIND * (signs - 1)
                && entropy(counts, text.length()) >= BITS;
    }

    /** 1, 2 and 3 for a small letter, a capital and a digit, 0 for what else base64 has; -1 for what no token has. */
    private static int kind(char c) {
        if (c >= 'a' && c <= 'z') {
            return 1;
        }
        if (c >= 'A' && c <= 'Z') {
            return 2;
        }
        return c >= '0' && c <= '9' ? 3 : "+/=_-".indexOf(c) >= 0 ? 0 : -1;
    }

    private static double entropy(int[] counts, int length) {
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / length;
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }

    /** Whether the last name, or one that all below it has its meaning from, says that it is something else. */
    private static boolean isHarmless(KeyPath key) {
        boolean last = true;
        List<KeyPath.Segment> segments = key.segments();
        for (int i = segments.size() - 1; i >= 0; i--) {
            String name = name(segments.get(i));
            if (!name.isEmpty() && !(last && VALUES.contains(name))) {
                if (hasWord(name, last ? HARMLESS : HARMLESS_BELOW)) {
                    return true;
                }
                last = false;
            }
        }
        return false;
    }

    private static String name(KeyPath.Segment segment) {
        if (segment instanceof KeyPath.Selector item) {
            return item.fields().get(item.fields().size() - 1).value();
        }
        return segment instanceof KeyPath.Name name ? name.name() : "";
    }

    private static boolean hasWord(String name, Set<String> words) {
        return NameWords.of(name).stream().anyMatch(words::contains);
    }

    /** Base64 of a text: of configuration, of JSON, of a name. */
    private static boolean isReadable(String text) {
        byte[] bytes;
        try {
            bytes = text.indexOf('-') >= 0 || text.indexOf('_') >= 0
                    ? Base64.getUrlDecoder().decode(text)
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
        String decoded = new String(bytes, StandardCharsets.ISO_8859_1);
        return decoded.chars().allMatch(c -> (c >= ' ' && c < 127) || c == '\n' || c == '\r' || c == '\t');
    }
}
