package io.github.confgate.rule.sheet;

import io.github.confgate.change.Value;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What sheets ask of a text beyond the readings of {@link Value}. */
final class Values {

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

    private Values() {}

    static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** Empty, white space, null, or an empty map or list. */
    static boolean isBlank(String text) {
        String folded = folded(text);
        return folded.isEmpty() || NULL.contains(folded) || folded.equals("{}") || folded.equals("[]");
    }

    /** A number with a unit of time, {@code 30s} and {@code PT30S}, or a plain number. */
    static boolean isDuration(String text) {
        return Value.Duration.of(text).isPresent() || Value.Numeric.of(text).isPresent();
    }

    /** Whether a timeout of this value never ends. */
    static boolean isNever(String text) {
        String folded = folded(text);
        if (folded.isEmpty() || NEVER.contains(folded) || folded.equals("pt0s")) {
            return true;
        }
        Optional<BigDecimal> amount = Measure.DURATION.of(text).or(() -> Measure.NUMBER.of(text));
        return amount.isPresent() && amount.get().signum() <= 0;
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
