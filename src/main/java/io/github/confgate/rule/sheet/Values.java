package io.github.confgate.rule.sheet;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a value means, whatever its spelling. */
final class Values {

    private static final Set<String> TRUE = Set.of("true", "yes", "on", "enabled", "enable");
    private static final Set<String> FALSE = Set.of("false", "no", "off", "disabled", "disable");
    private static final Set<String> NULL = Set.of("null", "~", "nil");
    private static final Set<String> NEVER = Set.of(
            "never",
            "none",
            "infinite",
            "infinity",
            "inf",
            "unlimited",
            "forever",
            "off",
            "false",
            "disabled",
            "no",
            "indefinite",
            "null",
            "~",
            "nil",
            "undefined",
            "max");
    private static final Set<String> UNITS = Set.of(
            "ns", "us", "\u00b5s", "ms", "s", "sec", "secs", "second", "seconds", "m", "min", "mins", "minute",
            "minutes", "h", "hr", "hour", "hours", "d", "day", "days", "w");

    private Values() {}

    static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    static @Nullable Boolean bool(String text) {
        String folded = folded(text);
        if (TRUE.contains(folded)) {
            return true;
        }
        return FALSE.contains(folded) ? false : null;
    }

    /** Empty, white space, null, or an empty map or list. */
    static boolean isBlank(String text) {
        String folded = folded(text);
        return folded.isEmpty() || NULL.contains(folded) || folded.equals("{}") || folded.equals("[]");
    }

    /** A plain number; {@code 1_000} and {@code 1e3} too. */
    static Optional<BigDecimal> number(String text) {
        String plain = text.strip().replace("_", "");
        if (plain.isEmpty() || plain.length() > 30 || "+-.0123456789".indexOf(plain.charAt(0)) < 0) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(plain);
            return Math.abs((long) number.scale()) > 100 ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A number with a unit of time, {@code 30s} and {@code PT30S}, or a plain number. */
    static boolean isDuration(String text) {
        String folded = folded(text);
        if (folded.startsWith("pt") || folded.startsWith("p")) {
            return folded.length() > 2
                    && folded.chars().skip(1).allMatch(c -> Character.isDigit(c) || "tdhms.w".indexOf(c) >= 0);
        }
        return amount(folded).isPresent();
    }

    /** Whether a timeout of this value never ends. */
    static boolean isNever(String text) {
        String folded = folded(text);
        if (folded.isEmpty() || NEVER.contains(folded) || folded.equals("pt0s")) {
            return true;
        }
        return amount(folded).map(amount -> amount.signum() <= 0).orElse(false);
    }

    private static Optional<BigDecimal> amount(String folded) {
        int unit = folded.length();
        while (unit > 0 && !Character.isDigit(folded.charAt(unit - 1)) && folded.charAt(unit - 1) != '.') {
            unit--;
        }
        String name = folded.substring(unit).strip();
        return name.isEmpty() || UNITS.contains(name) ? number(folded.substring(0, unit)) : Optional.empty();
    }

    /** Filled in elsewhere: by a template, a variable or a store of secrets. */
    static boolean isReference(String text) {
        String folded = folded(text);
        return folded.contains("${")
                || folded.contains("{{")
                || folded.contains("$(")
                || folded.startsWith("!")
                || folded.startsWith("enc[")
                || folded.startsWith("vault:");
    }
}
