package io.github.confgate.change;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Stretches of a text that may be secrets by what stands around them: behind {@code Bearer} or an option of a command, in
 * a line of {@code .netrc}, {@code .pgpass} or {@code htpasswd}, in manifests of a Secret. They are masked, and nothing is
 * judged by them: a stretch too many costs little. Takes time linear in the text.
 */
final class SecretShapes {

    private static final String ENDS_WORD = " \t\r\n\"'`,[]<";
    /** Words before a password in the list of rights of a user of Redis. */
    private static final Set<String> ACL_STATES = Set.of("on", "off", "reset", "resetpass", "sanitize-payload");

    /** What HAProxy reads a header of a request by. */
    private static final Pattern HEADER = Pattern.compile("hdr(_[a-z]+)?\\([\\w-]+\\)$");

    private static final List<String> HASHES = List.of(
            "$apr1$", "$2a$", "$2b$", "$2y$", "$1$", "$5$", "$6$", "$y$", "$argon2", "$pbkdf2", "{SHA", "{SSHA",
            "{CRYPT}");

    private final String text;
    private final List<Span> spans;
    private final boolean netrc;
    private final boolean curl;
    private final boolean mysql;
    private final List<String> passwordOptions;
    private final boolean acl;
    private String before = "";
    private String last = "";
    /** How many words stand behind {@code mc alias set}; -1 before it. */
    private int alias = -1;
    /** How many words may stand yet between a header that a word compares and the secret it is compared with. */
    private int compared;

    /** Programs whose option of one letter takes a password: a part of the command, and the option. */
    private static final List<Map.Entry<String, String>> PROGRAMS = List.of(
            Map.entry("sshpass ", "-p"),
            Map.entry("mongo", "-p"),
            Map.entry("cqlsh ", "-p"),
            Map.entry("docker login ", "-p"),
            Map.entry("podman login ", "-p"),
            Map.entry("nerdctl login ", "-p"),
            Map.entry("buildah login ", "-p"),
            Map.entry("skopeo login ", "-p"),
            Map.entry("crane auth login ", "-p"),
            Map.entry("oras login ", "-p"),
            Map.entry("registry login ", "-p"),
            Map.entry("az login ", "-p"),
            Map.entry("oc login ", "-p"),
            Map.entry("redis-cli ", "-a"),
            Map.entry("valkey-cli ", "-a"),
            Map.entry("ldap", "-w"),
            Map.entry("sqlcmd ", "-P"),
            Map.entry("snmp", "-c"),
            Map.entry("zip ", "-P"));

    private SecretShapes(String text, List<Span> spans) {
        this.text = text;
        this.spans = spans;
        this.netrc = text.contains("machine ") || text.contains("login ");
        this.curl = text.contains("curl") || text.contains("wget");
        this.mysql = text.contains("mysql") || text.contains("mariadb");
        this.passwordOptions = passwordOptions(text);
        this.acl = text.contains("+@") || text.contains("~") || text.contains("allkeys");
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

    private static List<String> passwordOptions(String text) {
        List<String> options = List.of();
        if (text.indexOf(" -") > 0) {
            for (Map.Entry<String, String> program : PROGRAMS) {
                if (text.contains(program.getKey())) {
                    options = new ArrayList<>(options);
                    options.add(program.getValue());
                }
            }
        }
        return options;
    }

    /** Whether a word is an option that names a secret and takes it as the next word. */
    static boolean isOption(String word) {
        return (word.startsWith("--") || (word.startsWith("-") && word.length() > 4))
                && word.indexOf('=') < 0
                && SecretNames.of(word) != SecretNames.Hint.NONE;
    }

    private static boolean isHeaderSetter(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.endsWith("-header") || lower.endsWith("_header") || lower.equals("set") || lower.equals("add");
    }

    /** Whether the words before say that a word is a secret. */
    private boolean behind(String word) {
        String lower = last.toLowerCase(Locale.ROOT);
        if (lower.endsWith("\\")) {
            lower = lower.substring(0, lower.length() - 1);
        }
        if (lower.endsWith("bearer") || lower.endsWith("basic")) {
            return word.length() >= 8 && isEncoded(word) && Literals.isLiteral(word);
        }
        if (isOption(last) || (isHeaderSetter(before) && SecretNames.of(last) != SecretNames.Hint.NONE)) {
            return !word.startsWith("-")
                    && Literals.isLiteral(word)
                    && (SecretNames.of(last) == SecretNames.Hint.CERTAIN || Literals.isMoreThanAName(word));
        }
        if (last.endsWith(")")
                && HEADER.matcher(last).find()
                && SecretNames.of(last.substring(0, last.length() - 1)) != SecretNames.Hint.NONE) {
            compared = 4;
        }
        if (compared > 0 && !word.startsWith("-") && !word.equals("str") && !word.equals("found")) {
            compared = 0;
            return word.length() > 3 && Literals.isLiteral(word);
        }
        compared = Math.max(0, compared - 1);
        if (passwordOptions.contains(last)) {
            return !word.startsWith("-") && Literals.isLiteral(word);
        }
        if (alias >= 0) {
            alias += word.startsWith("-") ? 0 : 1;
            return alias == 4 && Literals.isLiteral(word);
        }
        if ((before.equals("alias") && last.equals("set")) || (before.equals("host") && last.equals("add"))) {
            alias = 1;
        }
        boolean password = lower.equals("password");
        boolean spoken = lower.equals("insecure-password") || (password && netrc);
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
        } else if ((acl || ACL_STATES.contains(last)) && word.startsWith(">") && length > 3) {
            part(word, start, 1, length);
        } else if (length == 65 && word.charAt(0) == '#' && ACL_STATES.contains(last)) {
            part(word, start, 1, length);
        } else if (word.startsWith("pass:") && last.startsWith("-pass")) {
            part(word, start, 5, length);
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
