package io.github.confgate.change;

import io.github.confgate.document.KeyPath;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Words that are secrets by their place in a directive of a known name: {@code SetEnv DB_PASSWORD x}, {@code sentinel
 * auth-pass main x}, {@code rocommunity x}, {@code users = a:x,b:y}. They are masked, and nothing is judged by them.
 */
final class NamedWords {

    private static final Set<String> SETTERS = Set.of("setenv", "env", "export", "fastcgi_param", "uwsgi_param");
    private static final Set<String> COMMUNITIES = Set.of("rocommunity", "rwcommunity", "rocommunity6", "rwcommunity6");
    private static final Set<String> USERS =
            Set.of("user", "users", "userinfo", "user-info", "login", "logins", "accounts", "basicauth", "basic-auth");
    private static final Set<String> PROTOCOLS = Set.of(
            "MD5", "SHA", "SHA-224", "SHA-256", "SHA-384", "SHA-512", "DES", "AES", "AES-128", "AES-192", "AES-256");
    private static final int LONGEST = 4096;

    private NamedWords() {}

    static void find(KeyPath key, String value, List<Span> spans) {
        String name = key.lastName().toLowerCase(Locale.ROOT);
        if (value.length() > LONGEST || name.isEmpty()) {
            return;
        }
        if (COMMUNITIES.contains(name)) {
            int end = value.indexOf(' ');
            add(value, 0, end < 0 ? value.length() : end, spans);
        } else if (name.equals("createuser")) {
            afterProtocols(value, spans);
        } else if (name.equals("secure_link_md5")) {
            words(value, (start, end) -> {
                if (value.charAt(start) != '$') {
                    add(value, start, end, spans);
                }
            });
        } else if (SETTERS.contains(name)) {
            afterName(value, spans);
        } else if (USERS.contains(name) || USERS.contains(lastTwo(key, name))) {
            pairs(value, spans);
        } else if (value.startsWith("auth-pass ") || value.startsWith("sentinel-pass ")) {
            add(value, value.lastIndexOf(' ') + 1, value.length(), spans);
        }
    }

    private static void afterName(String value, List<Span> spans) {
        int space = value.indexOf(' ');
        if (space > 0 && SecretNames.of(value.substring(0, space)) != SecretNames.Hint.NONE) {
            int start = space + 1;
            int end = value.length();
            boolean quoted = end - start > 2 && value.charAt(start) == '"' && value.charAt(end - 1) == '"';
            add(value, quoted ? start + 1 : start, quoted ? end - 1 : end, spans);
        }
    }

    private static void afterProtocols(String value, List<Span> spans) {
        String[] last = {""};
        words(value, (start, end) -> {
            if (PROTOCOLS.contains(last[0])) {
                add(value, start, end, spans);
            }
            last[0] = value.substring(start, end);
        });
    }

    /** {@code user:password}, one or more; with letters and digits in it, so that {@code user:group} is none. */
    private static void pairs(String value, List<Span> spans) {
        words(value.replace(',', ' ').replace(';', ' '), (start, end) -> {
            int colon = value.indexOf(':', start);
            if (colon > start && colon < end && value.indexOf("://") < 0) {
                String password = value.substring(colon + 1, end);
                boolean mixed = password.length() >= 6
                        && password.chars().anyMatch(Character::isDigit)
                        && password.chars().anyMatch(Character::isLetter)
                        && password.indexOf('/') < 0;
                if (mixed) {
                    add(value, colon + 1, end, spans);
                }
            }
        });
    }

    private static String lastTwo(KeyPath key, String name) {
        List<KeyPath.Segment> segments = key.segments();
        int size = segments.size();
        return size > 1
                        && (name.equals("info") || name.equals("auth"))
                        && segments.get(size - 2) instanceof KeyPath.Name above
                ? above.name().toLowerCase(Locale.ROOT) + "-" + name
                : name;
    }

    private static void words(String value, BiConsumer<Integer, Integer> word) {
        int i = 0;
        while (i < value.length()) {
            int start = i;
            while (i < value.length() && value.charAt(i) != ' ') {
                i++;
            }
            if (i > start) {
                word.accept(start, i);
            }
            i++;
        }
    }

    private static void add(String value, int start, int end, List<Span> spans) {
        if (start < end && Literals.isLiteral(value.substring(start, end))) {
            spans.add(new Span(start, end));
        }
    }
}
