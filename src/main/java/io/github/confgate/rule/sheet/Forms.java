package io.github.confgate.rule.sheet;

import io.github.confgate.change.Address;
import io.github.confgate.change.Value;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The forms of values that sheets ask about with {@code is}. */
final class Forms {

    static final List<String> IDS = List.of(
            "address",
            "boolean",
            "cidr",
            "credentials",
            "cron",
            "documentation",
            "duration",
            "everything",
            "hostname",
            "loopback",
            "lower-environment",
            "never",
            "number",
            "percent",
            "port",
            "reference",
            "regex",
            "size",
            "timezone",
            "url",
            "wider-range");

    private static final Set<String> DOCUMENTATION_DOMAINS = Set.of("example", "invalid", "test");
    private static final int LONGEST_PATTERN = 2_000;

    private Forms() {}

    static boolean is(String form, String text, Subject subject) {
        return switch (form) {
            case "address" -> !Address.in(text).isEmpty();
            case "boolean" -> Value.Truth.of(text).isPresent();
            case "cidr" -> Value.Cidr.of(text).isPresent();
            case "credentials" -> hasPassword(text);
            case "cron" -> Cron.isOne(text);
            case "documentation" -> Address.in(text).stream().map(Address::host).anyMatch(Forms::isOfDocumentation);
            case "duration" -> Values.isDuration(text);
            case "everything" ->
                Value.Cidr.of(text).map(Value.Cidr::isEverything).orElse(false);
            case "hostname" ->
                Address.isHostName(text) && Measure.NUMBER.of(text).isEmpty();
            case "loopback" -> Address.in(text).stream().map(Address::host).anyMatch(Forms::isLoopback);
            case "lower-environment" ->
                Address.in(text).stream().anyMatch(address -> Places.isOfLowerEnvironment(address, subject.facts()));
            case "never" -> Values.isNever(text);
            case "number" -> Measure.NUMBER.of(text).isPresent();
            case "percent" -> Measure.PERCENT.of(text).isPresent();
            case "port" -> isPort(text);
            case "reference" -> Values.isReference(text);
            case "regex" -> isRegex(text);
            case "size" -> Measure.SIZE.of(text).isPresent();
            case "timezone" -> ZoneId.getAvailableZoneIds().contains(text.strip());
            case "wider-range" -> isWiderRange(text, subject);
            default ->
                !Address.in(text).isEmpty() && !Address.in(text).get(0).scheme().isEmpty();
        };
    }

    /** Whether the text and the old value are ranges of addresses, and the old one has fewer of them. */
    private static boolean isWiderRange(String text, Subject subject) {
        Optional<Value.Cidr> now = Value.Cidr.of(text);
        Optional<Value.Cidr> old = Optional.ofNullable(subject.old()).flatMap(leaf -> Value.Cidr.of(leaf.text()));
        return now.isPresent()
                && old.isPresent()
                && now.get().address().length() == old.get().address().length()
                && now.get().bits() < old.get().bits();
    }

    /** Whether both are read alike; a blank and a value that is filled in elsewhere read like anything. */
    static boolean areOfOneType(String one, String other) {
        Type first = Type.of(one);
        Type second = Type.of(other);
        return first == Type.ANY || second == Type.ANY || first == second;
    }

    private enum Type {
        ANY,
        BOOLEAN,
        NUMBER,
        TEXT;

        static Type of(String text) {
            if (Values.isBlank(text) || Values.isReference(text)) {
                return ANY;
            }
            if (Value.Truth.of(text).isPresent()) {
                return BOOLEAN;
            }
            boolean amount = Value.Numeric.of(text).isPresent()
                    || Value.Percent.of(text).isPresent()
                    || Value.Duration.of(text).isPresent()
                    || Value.Size.of(text).isPresent();
            return amount ? NUMBER : TEXT;
        }
    }

    /** {@code scheme://user:password@host}; the password is looked at no further. */
    private static boolean hasPassword(String text) {
        int mark = text.indexOf("://");
        while (mark >= 0) {
            int end = mark + 3;
            while (end < text.length() && "/?# \t\n\"'".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            String authority = text.substring(mark + 3, end);
            int at = authority.lastIndexOf('@');
            int colon = authority.indexOf(':');
            if (colon >= 0 && colon + 1 < at) {
                return true;
            }
            mark = text.indexOf("://", end);
        }
        return false;
    }

    /** Names and numbers that RFC 2606, RFC 5737 and RFC 3849 keep for documents. */
    private static boolean isOfDocumentation(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1);
        return (host.indexOf('.') > 0 && DOCUMENTATION_DOMAINS.contains(last))
                || isUnder(host, "example.com")
                || isUnder(host, "example.org")
                || isUnder(host, "example.net")
                || isUnder(host, "example.edu")
                || host.startsWith("192.0.2.")
                || host.startsWith("198.51.100.")
                || host.startsWith("203.0.113.")
                || host.startsWith("[2001:db8:");
    }

    private static boolean isUnder(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private static boolean isLoopback(String host) {
        return isUnder(host, "localhost") || host.matches("127\\.\\d+\\.\\d+\\.\\d+") || host.equals("[::1]");
    }

    private static boolean isPort(String text) {
        return Measure.NUMBER
                .of(text)
                .filter(port -> port.signum() >= 0
                        && port.stripTrailingZeros().scale() <= 0
                        && port.intValue() <= 65_535
                        && port.precision() - port.scale() <= 5)
                .isPresent();
    }

    /** In the dialect of Java, which takes nearly all that the others do. Only compiled, never run. */
    private static boolean isRegex(String text) {
        if (text.length() > LONGEST_PATTERN) {
            return true;
        }
        try {
            Pattern.compile(text.replace("(?P<", "(?<"));
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
