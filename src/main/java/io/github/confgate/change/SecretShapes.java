package io.github.confgate.change;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Stretches of a text that may be secrets by what stands around them: behind {@code Bearer} or an option of a command, in
 * a line of {@code .netrc}, {@code .pgpass} or {@code htpasswd}, in manifests of a Secret. They are masked, and nothing is
 * judged by them: a stretch too many costs little. Takes time linear in the text.
 */
final class SecretShapes {

    private static final String ENDS_WORD = " \t\r\n\"'`,[]<";
    private static final List<String> HASHES = List.of(
            "$apr1$", "$2a$", "$2b$", "$2y$", "$1$", "$5$", "$6$", "$y$", "$argon2", "$pbkdf2", "{SHA", "{SSHA",
            "{CRYPT}");

    private final String text;
    private final List<Span> spans;
    private final boolean netrc;
    private final boolean curl;
    private final boolean mysql;
    private final boolean sshpass;
    private final boolean acl;
    private String before = "";
    private String last = "";

    private SecretShapes(String text, List<Span> spans) {
        this.text = text;
        this.spans = spans;
        this.netrc = text.contains("machine ") || text.contains("login ");
        this.curl = text.contains("curl") || text.contains("wget");
        this.mysql = text.contains("mysql") || text.contains("mariadb");
        this.sshpass = text.contains("sshpass");
        this.acl = text.contains("+@") || text.contains("~");
    }

    static void find(String text, List<Span> spans) {
        manifests(text, spans);
        int putty = text.indexOf("PuTTY-User-Key-File");
        if (putty >= 0) {
            spans.add(new Span(putty, text.length()));
        }
        SecretShapes shapes = new SecretShapes(text, spans);
        int i = 0;
        while (i < text.length()) {
            int start = i;
            while (i < text.length() && ENDS_WORD.indexOf(text.charAt(i)) < 0) {
                i++;
            }
            if (i > start) {
                shapes.word(start, i);
            }
            i++;
        }
    }

    private void word(int start, int end) {
        String word = text.substring(start, end);
        if (behind(word)) {
            spans.add(new Span(start, end));
        } else {
            hash(word, start);
            credentials(word, start);
        }
        before = last;
        last = word;
    }

    /** Whether the words before say that a word is a secret. */
    private boolean behind(String word) {
        String lower = last.toLowerCase(Locale.ROOT);
        if (lower.endsWith("bearer") || lower.endsWith("basic")) {
            return word.length() >= 8 && isEncoded(word) && Literals.isLiteral(word);
        }
        if (lower.startsWith("--") && lower.indexOf('=') < 0) {
            SecretNames.Hint hint = SecretNames.of(last.substring(2));
            return !word.startsWith("-")
                    && Literals.isLiteral(word)
                    && (hint == SecretNames.Hint.CERTAIN
                            || (hint == SecretNames.Hint.LIKELY && Literals.isMoreThanAName(word)));
        }
        boolean password = lower.equals("password");
        boolean spoken = lower.equals("insecure-password") || (password && netrc) || (sshpass && last.equals("-p"));
        boolean docker = (lower.equals("auth:") || (lower.startsWith(":") && before.endsWith("auth")))
                && isUserAndPassword(word);
        return (spoken && Literals.isLiteral(word)) || docker;
    }

    private void hash(String word, int start) {
        if (word.indexOf('$') < 0 && word.indexOf('{') < 0) {
            return;
        }
        for (String hash : HASHES) {
            int at = word.indexOf(hash);
            if (at >= 0 && word.length() - at >= hash.length() + 10 && word.indexOf("${") < 0 && !word.contains("{{")) {
                spans.add(new Span(start + at, start + word.length()));
                return;
            }
        }
    }

    private void credentials(String word, int start) {
        int length = word.length();
        if (curl && (last.equals("-u") || last.equals("--user"))) {
            part(word, start, word.indexOf(':') + 1, length);
        } else if (mysql && word.startsWith("-p") && length > 5 && !word.contains("=")) {
            part(word, start, 2, length);
        } else if (acl && word.startsWith(">") && length > 3) {
            part(word, start, 1, length);
        }
        int go = Math.max(word.indexOf("@tcp("), word.indexOf("@unix("));
        if (go > 0) {
            part(word, start, word.indexOf(':') + 1, go);
        }
        int at = word.indexOf('@');
        int slash = at < 0 ? -1 : word.lastIndexOf('/', at);
        if (slash > 0
                && word.indexOf("://") < 0
                && (word.startsWith("@//", at) || word.contains("thin:") || last.equals("sqlplus"))) {
            part(word, start, slash + 1, at);
        }
        for (String sign : List.of("?sig=", "&sig=", ":_auth=", "_auth=")) {
            int from = word.indexOf(sign);
            if (from >= 0) {
                int value = from + sign.length();
                int next = word.indexOf('&', value);
                part(word, start, value, next < 0 ? length : next);
                break;
            }
        }
        passwordFile(word, start);
    }

    /** {@code host:port:database:user:password}. */
    private void passwordFile(String word, int start) {
        int first = word.indexOf(':');
        int second = word.indexOf(':', first + 1);
        int third = second < 0 ? -1 : word.indexOf(':', second + 1);
        int fourth = third < 0 ? -1 : word.indexOf(':', third + 1);
        if (first <= 0 || fourth < 0 || word.indexOf(':', fourth + 1) >= 0 || second - first > 6) {
            return;
        }
        String port = word.substring(first + 1, second);
        boolean user = fourth > third + 1 && Character.isLetter(word.charAt(third + 1));
        if (user && !port.isEmpty() && (port.equals("*") || port.chars().allMatch(Character::isDigit))) {
            part(word, start, fourth + 1, word.length());
        }
    }

    private void part(String word, int start, int from, int to) {
        if (from > 0 && from < to && Literals.isLiteral(word.substring(from, to))) {
            spans.add(new Span(start + from, start + to));
        }
    }

    /** The data of a manifest of a Secret that is a text, and what a patch puts there. */
    private static void manifests(String text, List<Span> spans) {
        for (String place : List.of("path: /stringData/", "path: /data/", "\"/stringData/", "\"/data/")) {
            int at = text.indexOf(place);
            int value =
                    at < 0 || (place.contains("/data/") && !text.contains("Secret")) ? -1 : text.indexOf("value", at);
            if (value >= 0) {
                spans.add(new Span(value + 5, text.length()));
            }
        }
        if (text.indexOf('\n') < 0) {
            return;
        }
        boolean secret =
                text.contains("kind: Secret\n") || text.contains("kind: Secret\r") || text.endsWith("kind: Secret");
        for (String map : List.of("\nstringData:", "\ndata:", "\n  stringData:")) {
            int at = text.indexOf(map);
            if (at >= 0 && (secret || map.contains("stringData"))) {
                int from = at + map.length();
                if (!text.substring(from).isBlank()) {
                    spans.add(new Span(from, text.length()));
                }
            }
        }
    }

    private static boolean isEncoded(String word) {
        boolean signs = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            signs |= Character.isDigit(c) || c == '=' || (i > 0 && Character.isUpperCase(c));
            if (!Character.isLetterOrDigit(c) && "-._~+/=".indexOf(c) < 0) {
                return false;
            }
        }
        return signs;
    }

    /** Base64 of {@code user:password}. */
    static boolean isUserAndPassword(String word) {
        return word.length() >= 6 && word.length() <= 4096 && isPrintable(word, 1);
    }

    /** Whether a text is base64 of something printable. */
    static boolean isPrintable(String word, int least) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(word);
        } catch (IllegalArgumentException e) {
            return false;
        }
        String decoded = new String(bytes, StandardCharsets.ISO_8859_1);
        return decoded.length() >= least && decoded.chars().allMatch(c -> (c >= ' ' && c < 127) || c == '\n');
    }
}
