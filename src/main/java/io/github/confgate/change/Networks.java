package io.github.confgate.change;

import java.util.Optional;

/** Reads addresses of the Internet Protocol, as RFC 4632 and RFC 4291 write them. */
final class Networks {

    private Networks() {}

    static Optional<Value.Cidr> cidr(String text) {
        int slash = text.indexOf('/');
        if (slash < 2 || text.length() > 50) {
            return Optional.empty();
        }
        String address = text.indexOf(':') < 0 ? ipv4(text.substring(0, slash)) : ipv6(text.substring(0, slash));
        int bits = number(text.substring(slash + 1), 10, 3);
        return address.isEmpty() || bits < 0 || bits > 4 * address.length()
                ? Optional.empty()
                : Optional.of(new Value.Cidr(address, bits));
    }

    /** The address in eight hexadecimal digits; empty when it is none. */
    static String ipv4(String text) {
        String[] parts = text.split("\\.", -1);
        StringBuilder out = new StringBuilder();
        for (String part : parts) {
            int number = number(part, 10, 3);
            if (number < 0 || number > 255) {
                return "";
            }
            out.append(String.format("%02x", number));
        }
        return parts.length == 4 ? out.toString() : "";
    }

    private static String ipv6(String text) {
        int gap = text.indexOf("::");
        String head = groups(gap < 0 ? text : text.substring(0, gap));
        String tail = gap < 0 ? "" : groups(text.substring(gap + 2));
        int missing = 32 - head.length() - tail.length();
        boolean right = !head.contains("-") && !tail.contains("-") && (gap < 0 ? missing == 0 : missing > 0);
        return right ? head + "0".repeat(missing) + tail : "";
    }

    /** Four digits a group; a minus where one is wrong. */
    private static String groups(String text) {
        if (text.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (String group : text.split(":", -1)) {
            int number = number(group, 16, 4);
            out.append(number < 0 ? "-" : String.format("%04x", number));
        }
        return out.toString();
    }

    private static int number(String text, int radix, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            return -1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80 || Character.digit(text.charAt(i), radix) < 0) {
                return -1;
            }
        }
        return Integer.parseInt(text, radix);
    }
}
