package io.github.confgate.change;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a service is: a URL, a JDBC or other connection URL, {@code host:port}, or a host.
 *
 * @param scheme in lower case; empty where there is none; {@code jdbc:postgresql} keeps both words
 * @param user the name before the host; empty where there is none; a password is not kept
 * @param host in lower case, without a port; a placeholder stays as it is written; several hosts are joined by commas
 * @param port as it is written; empty where there is none; where several hosts have several, joined by commas
 * @param path with its slash, query and fragment; empty where there is none
 */
public record Address(String scheme, String user, String host, String port, String path) {

    private static final String ENDS = " \t\r\n\"'`<>|\\,";

    /** Every address in a value: the whole of it, the items of a list with commas, or the URLs in a longer text. */
    public static List<Address> in(String text) {
        if (!mayHoldOne(text)) {
            return List.of();
        }
        String whole = unwrapped(text.strip());
        if (whole.isEmpty() || whole.length() > 10_000) {
            return List.of();
        }
        if (!whole.contains("://") && !whole.startsWith("jdbc:")) {
            return whole.indexOf('=') < 0 ? list(whole) : ConnectionString.in(whole);
        }
        List<Address> found = new ArrayList<>(1);
        int mark = whole.indexOf("://");
        if (mark < 0) {
            oracle(whole).ifPresent(found::add);
        }
        int least = 0;
        while (mark >= 0) {
            int start = mark;
            while (start > least && isSchemeCharacter(whole.charAt(start - 1))) {
                start--;
            }
            int end = endOf(whole, mark + 3);
            String scheme = whole.substring(start, mark).toLowerCase(Locale.ROOT);
            if (!scheme.isEmpty()) {
                authority(scheme, whole.substring(mark + 3, end)).ifPresent(found::add);
            }
            least = end;
            mark = whole.indexOf("://", end);
        }
        return found;
    }

    /** Tells most values apart at a glance: of what an address is one of these has to stand in it. */
    private static boolean mayHoldOne(String text) {
        return text.indexOf('.') >= 0 || text.indexOf(':') >= 0 || text.indexOf('=') >= 0 || text.contains("localhost");
    }

    /** The address that a value is, or the first that stands in it. */
    public static Optional<Address> of(String text) {
        return in(text).stream().findFirst();
    }

    /** A value may name an address as {@code ${AUTH_URL:https://auth.example.com}}. */
    private static String unwrapped(String text) {
        int colon = text.indexOf(':');
        boolean fallback =
                text.startsWith("${") && text.endsWith("}") && colon > 0 && text.indexOf('}') == text.length() - 1;
        return fallback
                ? text.substring(text.startsWith("-", colon + 1) ? colon + 2 : colon + 1, text.length() - 1)
                : text;
    }

    private static List<Address> list(String text) {
        int space = text.indexOf(' ');
        if (space > 0 && text.lastIndexOf(':', space) > 0) {
            // A server and its options: `10.0.0.11:5432 check`.
            return bare(text.substring(0, space)).stream().toList();
        }
        List<Address> found = new ArrayList<>(1);
        for (String item : text.split(",", 100)) {
            Optional<Address> address = bare(item.strip());
            if (address.isEmpty()) {
                return List.of();
            }
            found.add(address.get());
        }
        return found;
    }

    static Optional<Address> bare(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? text : text.substring(0, colon);
        String port = colon < 0 ? "" : text.substring(colon + 1);
        if (colon >= 0 && !isPort(port)) {
            return Optional.empty();
        }
        boolean named = isHostName(host) && (colon >= 0 || host.indexOf('.') > 0 || host.equals("localhost"));
        return named && !isVersionOrFile(host)
                ? Optional.of(new Address("", "", host.toLowerCase(Locale.ROOT), port, ""))
                : Optional.empty();
    }

    private static Optional<Address> oracle(String text) {
        int at = text.indexOf(":@");
        return at < 0 ? Optional.empty() : authority(text.substring(0, at), text.substring(at + 2));
    }

    private static Optional<Address> authority(String scheme, String rest) {
        int end = 0;
        int depth = 0;
        while (end < rest.length() && (depth > 0 || "/?#;".indexOf(rest.charAt(end)) < 0)) {
            char c = rest.charAt(end++);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        int at = rest.lastIndexOf('@', end - 1);
        String authority = rest.substring(at + 1, end);
        if (rest.startsWith("//") && end == 0) {
            return authority(scheme, rest.substring(2));
        }
        StringBuilder hosts = new StringBuilder();
        Set<String> ports = new LinkedHashSet<>();
        for (String one : authority.split(",", 100)) {
            int colon = portColon(one);
            hosts.append(hosts.length() > 0 ? "," : "").append(colon < 0 ? one : one.substring(0, colon));
            if (colon >= 0) {
                ports.add(one.substring(colon + 1));
            }
        }
        String host = hosts.toString();
        return host.isBlank()
                ? Optional.empty()
                : Optional.of(new Address(
                        scheme,
                        user(rest.substring(0, Math.max(at, 0))),
                        host.contains("{") ? host : host.toLowerCase(Locale.ROOT),
                        String.join(",", ports),
                        rest.substring(end)));
    }

    private static String user(String information) {
        int colon = information.indexOf(':');
        return colon < 0 ? information : information.substring(0, colon);
    }

    private static int portColon(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') && colon > authority.lastIndexOf('}') ? colon : -1;
    }

    /** Whether a text has the form of a host's name or number; one label is enough. */
    public static boolean isHostName(String text) {
        if (text.isEmpty() || text.length() > 253 || text.startsWith(".") || text.startsWith("-")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && c != '-' && c != '_' && (c != '.' || text.startsWith(".", i + 1))) {
                return false;
            }
        }
        return true;
    }

    /** {@code 1.2}, {@code v1.29.4} and {@code values.yaml} have dots and are no hosts. */
    private static boolean isVersionOrFile(String host) {
        if (!host.contains(".")) {
            return host.chars().allMatch(Character::isDigit);
        }
        String last = host.substring(host.lastIndexOf('.') + 1);
        if (last.isEmpty() || last.chars().allMatch(Character::isDigit)) {
            return Networks.ipv4(host).isEmpty();
        }
        boolean camel =
                last.chars().anyMatch(Character::isUpperCase) && last.chars().anyMatch(Character::isLowerCase);
        return camel
                || last.length() < 2
                || last.chars().anyMatch(c -> !Character.isLetter(c))
                || FILES.contains(last)
                || MACHINES.contains(last.toLowerCase(Locale.ROOT));
    }

    /** Sizes of machines: {@code m5.xlarge}, {@code db.r6g.large}. */
    private static final List<String> MACHINES =
            List.of("nano", "micro", "small", "medium", "large", "xlarge", "metal");

    private static final List<String> FILES = List.of(
            "yaml",
            "yml",
            "json",
            "xml",
            "properties",
            "conf",
            "cfg",
            "ini",
            "toml",
            "txt",
            "md",
            "log",
            "jar",
            "war",
            "zip",
            "pem",
            "crt",
            "cer",
            "key",
            "jks",
            "p12",
            "pfx",
            "html",
            "js",
            "css",
            "csv",
            "sql",
            "sh",
            "py",
            "db",
            "sock",
            "class",
            "java",
            "svg",
            "png",
            "ico",
            "lock",
            "env",
            "tf",
            "gz",
            "tgz");

    private static boolean isPort(String text) {
        return !text.isEmpty()
                && text.length() <= 5
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(text) <= 65_535;
    }

    private static boolean isSchemeCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "+.-:".indexOf(c) >= 0;
    }

    /** A comma ends a URL only where another one follows: hosts of one address are joined by commas too. */
    private static int endOf(String text, int from) {
        int i = from;
        int depth = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth <= 0 && ENDS.indexOf(c) >= 0 && (c != ',' || startsUrl(text, i + 1))) {
                return i;
            }
            i++;
        }
        return i;
    }

    private static boolean startsUrl(String text, int from) {
        int i = from;
        while (i < text.length() && i - from < 30 && (text.charAt(i) == ' ' || isSchemeCharacter(text.charAt(i)))) {
            i++;
        }
        return text.startsWith("//", i) && i > from && text.charAt(i - 1) == ':';
    }
}
