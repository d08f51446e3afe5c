package io.github.confgate.rule.check;

import io.github.confgate.change.Value;
import io.github.confgate.document.Node;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether what one condition matches holds all that another one matches. */
final class Patterns {

    private static final Set<String> ANYTHING =
            Set.of("*", "**", "/**", "/*", "any", "all", ".*", "^.*$", "/.*", "0.0.0.0/0", "::/0", "*.*", "/");
    /** Keys whose value is the beginning of what it matches. */
    private static final Set<String> PREFIXES = Set.of("prefix", "path_prefix", "pathPrefix", "path-prefix");

    private static final Set<String> EXACT = Set.of("path", "exact", "uri", "prefix", "regex");

    private Patterns() {}

    /** An empty condition matches everything; lists are alternatives, maps ask for all of their entries. */
    static boolean covers(Node wide, Node narrow) {
        if (Nodes.isBlank(wide)) {
            return true;
        }
        if (wide instanceof Node.Scalar a && narrow instanceof Node.Scalar b) {
            return covers(a.text().strip(), b.text().strip());
        }
        if (wide instanceof Node.Sequence list) {
            return narrow instanceof Node.Sequence other
                    ? !other.items().isEmpty() && other.items().stream().allMatch(item -> isCoveredByOne(list, item))
                    : isCoveredByOne(list, narrow);
        }
        if (narrow instanceof Node.Sequence other) {
            return !other.items().isEmpty() && other.items().stream().allMatch(item -> covers(wide, item));
        }
        return wide instanceof Node.Mapping map
                && narrow instanceof Node.Mapping other
                && map.entries().stream().allMatch(entry -> coversIn(entry, other));
    }

    private static boolean isCoveredByOne(Node.Sequence wide, Node item) {
        return wide.items().stream().anyMatch(each -> covers(each, item));
    }

    private static boolean coversIn(Node.Entry wide, Node.Mapping narrow) {
        Node same = narrow.get(wide.key());
        if (same != null || !PREFIXES.contains(wide.key())) {
            return same != null && (covers(wide.value(), same) || (isPrefix(wide) && isBegun(wide.value(), same)));
        }
        return narrow.entries().stream()
                .anyMatch(entry -> EXACT.contains(entry.key()) && isBegun(wide.value(), entry.value()));
    }

    static boolean isPrefix(Node.Entry entry) {
        return PREFIXES.contains(entry.key());
    }

    static boolean isBegun(Node prefix, Node text) {
        return prefix instanceof Node.Scalar a
                && text instanceof Node.Scalar b
                && b.text().startsWith(a.text());
    }

    static boolean isAnything(String text) {
        return text.isEmpty() || ANYTHING.contains(text.toLowerCase(Locale.ROOT));
    }

    static boolean covers(String wide, String narrow) {
        if (wide.equals(narrow) || isAnything(wide)) {
            return true;
        }
        Optional<Value.Cidr> network = Value.Cidr.of(wide);
        if (network.isPresent()) {
            Optional<Value.Cidr> other = Value.Cidr.of(narrow.contains("/") ? narrow : narrow + "/32");
            return other.isPresent() && contains(network.get(), other.get());
        }
        if (wide.endsWith("/**")) {
            String folder = wide.substring(0, wide.length() - 2);
            return narrow.startsWith(folder) || folder.equals(narrow + "/");
        }
        if (wide.endsWith("*") && wide.indexOf('*') == wide.length() - 1) {
            return narrow.startsWith(wide.substring(0, wide.length() - 1));
        }
        return (wide.startsWith("*.") && narrow.endsWith(wide.substring(1))) || coversWords(wide, narrow);
    }

    /** {@code all all 10.0.0.0/8}: word by word. */
    private static boolean coversWords(String wide, String narrow) {
        String[] a = wide.split("\\s+", 10);
        String[] b = narrow.split("\\s+", 10);
        if (a.length < 2 || a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            if (!a[i].equals(b[i]) && !covers(a[i], b[i]) && !(i == 0 && isKindOf(a[0], b[0]))) {
                return false;
            }
        }
        return true;
    }

    /** {@code host} is every connection over a network, encrypted or not; {@code ip} every protocol. */
    private static boolean isKindOf(String wide, String narrow) {
        return (wide.equals("host") && narrow.startsWith("host"))
                || (wide.equals("ip") && Set.of("tcp", "udp", "icmp").contains(narrow));
    }

    private static boolean contains(Value.Cidr wide, Value.Cidr narrow) {
        if (wide.bits() > narrow.bits()
                || wide.address().length() != narrow.address().length()) {
            return false;
        }
        for (int bit = 0; bit < wide.bits(); bit++) {
            int shift = 3 - bit % 4;
            int a = Character.digit(wide.address().charAt(bit / 4), 16) >> shift;
            int b = Character.digit(narrow.address().charAt(bit / 4), 16) >> shift;
            if ((a & 1) != (b & 1)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a condition says exactly what it matches, so that two different ones have nothing in common. */
    static boolean isLiteral(String text) {
        return text.chars().noneMatch(c -> "*?^$[](){}|\\!~".indexOf(c) >= 0);
    }
}
