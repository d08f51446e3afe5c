package io.github.confgate.document.format;

import io.github.confgate.document.ScalarType;
import org.jspecify.annotations.Nullable;

/** Tells numbers, booleans, dates and times of TOML from each other and from what is none. */
final class TomlScalars {

    private TomlScalars() {}

    /** The type of a value without quotes, or null when it is no value. */
    static @Nullable ScalarType type(String text) {
        if (text.equals("true") || text.equals("false")) {
            return ScalarType.BOOLEAN;
        }
        int start = !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
        if (text.startsWith("inf", start) || text.startsWith("nan", start)) {
            return text.length() == start + 3 ? ScalarType.DECIMAL : null;
        }
        if (start == 0 && text.length() > 2 && text.charAt(0) == '0') {
            int radix =
                    switch (text.charAt(1)) {
                        case 'x' -> 16;
                        case 'o' -> 8;
                        case 'b' -> 2;
                        default -> 0;
                    };
            if (radix > 0) {
                return digits(text, 2, radix) == text.length() ? ScalarType.INTEGER : null;
            }
        }
        return TomlTimes.isOne(text) ? ScalarType.STRING : number(text, start);
    }

    private static @Nullable ScalarType number(String text, int start) {
        int end = digits(text, start, 10);
        if (end == start || (end > start + 1 && text.charAt(start) == '0')) {
            return null;
        }
        if (end == text.length()) {
            return ScalarType.INTEGER;
        }
        int at = end;
        if (text.charAt(at) == '.') {
            at = digits(text, end + 1, 10);
            if (at == end + 1) {
                return null;
            }
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0;
            int exponent = at + 1 + sign;
            at = digits(text, exponent, 10);
            if (at == exponent) {
                return null;
            }
        }
        return at == text.length() ? ScalarType.DECIMAL : null;
    }

    /** Where digits with single underscores between them end; where they begin when there are none. */
    private static int digits(String text, int from, int radix) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean between = c == '_' && i > from && isDigit(text, i - 1, radix) && isDigit(text, i + 1, radix);
            if (!between && !isDigit(text, i, radix)) {
                return i;
            }
            i++;
        }
        return i;
    }

    private static boolean isDigit(String text, int i, int radix) {
        return i < text.length() && text.charAt(i) < 0x80 && Character.digit(text.charAt(i), radix) >= 0;
    }
}
