package io.github.confgate.rule.check;

import io.github.confgate.change.Value;
import io.github.confgate.fact.Reader;
import io.github.confgate.rule.LinearPattern;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether a text keeps within an annotation of Bean Validation 3.0, of Hibernate Validator 8 ({@code @DurationMin},
 * {@code @URL}, {@code @Range}, {@code @Length}). What cannot be told fits.
 */
final class Constrained {

    private Constrained() {}

    static boolean fits(String text, Reader.Constraint constraint, Reader reader) {
        Map<String, String> values = constraint.values();
        String bound = values.getOrDefault("value", "");
        boolean texts = reader.type().equals("String") || reader.type().isEmpty();
        return switch (constraint.name()) {
            case "NotBlank" -> !text.isBlank();
            case "NotEmpty" -> !text.isEmpty();
            case "Min", "DecimalMin" -> compare(text, bound, sign -> inclusive(values) ? sign >= 0 : sign > 0);
            case "Max", "DecimalMax" -> compare(text, bound, sign -> inclusive(values) ? sign <= 0 : sign < 0);
            case "Positive" -> compare(text, "0", sign -> sign > 0);
            case "PositiveOrZero" -> compare(text, "0", sign -> sign >= 0);
            case "Negative" -> compare(text, "0", sign -> sign < 0);
            case "NegativeOrZero" -> compare(text, "0", sign -> sign <= 0);
            case "Range" ->
                compare(text, values.getOrDefault("min", "0"), sign -> sign >= 0)
                        && compare(text, values.getOrDefault("max", ""), sign -> sign <= 0);
            case "Size", "Length" -> !texts || isLong(text, values);
            case "Pattern" -> matches(text, values.getOrDefault("regexp", ""), values.containsKey("flags"));
            case "URL" -> text.isEmpty() || text.matches("[A-Za-z][A-Za-z0-9+.-]*:.+");
            case "Email" -> text.isEmpty() || text.indexOf('@') > 0;
            case "DurationMin" -> duration(text, values, sign -> inclusive(values) ? sign >= 0 : sign > 0);
            case "DurationMax" -> duration(text, values, sign -> inclusive(values) ? sign <= 0 : sign < 0);
            default -> true;
        };
    }

    private static boolean inclusive(Map<String, String> values) {
        return !values.getOrDefault("inclusive", "true").equals("false");
    }

    private static boolean compare(String text, String bound, Predicate<Integer> right) {
        Optional<BigDecimal> value = Value.Numeric.of(text).map(Value.Numeric::amount);
        Optional<BigDecimal> limit = Value.Numeric.of(bound).map(Value.Numeric::amount);
        return value.isEmpty() || limit.isEmpty() || right.test(value.get().compareTo(limit.get()));
    }

    private static boolean isLong(String text, Map<String, String> values) {
        String length = String.valueOf(text.length());
        return compare(length, values.getOrDefault("min", "0"), sign -> sign >= 0)
                && compare(length, values.getOrDefault("max", ""), sign -> sign <= 0);
    }

    /** The pattern of a repository: one that does not take linear time is not tried. */
    private static boolean matches(String text, String pattern, boolean flags) {
        try {
            return pattern.isEmpty() || flags || LinearPattern.of(pattern).matchesAll(text);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static boolean duration(String text, Map<String, String> values, Predicate<Integer> right) {
        Optional<BigDecimal> value = Value.Duration.of(text).map(Value.Duration::seconds);
        BigDecimal limit = BigDecimal.ZERO;
        for (Map.Entry<String, String> part : values.entrySet()) {
            Optional<BigDecimal> unit = Value.Duration.of("1 " + part.getKey()).map(Value.Duration::seconds);
            Optional<BigDecimal> amount = Value.Numeric.of(part.getValue()).map(Value.Numeric::amount);
            if (unit.isPresent() && amount.isPresent()) {
                limit = limit.add(unit.get().multiply(amount.get()));
            }
        }
        return value.isEmpty() || right.test(value.get().compareTo(limit));
    }

    /** {@code @Min(1)}. */
    static String text(Reader.Constraint constraint) {
        String inside = constraint.values().containsKey("value")
                ? constraint.values().get("value")
                : new TreeMap<>(constraint.values())
                        .entrySet().stream()
                                .filter(each -> !each.getKey().equals("message"))
                                .map(each -> each.getKey() + " = " + each.getValue())
                                .collect(Collectors.joining(", "));
        return "@" + constraint.name() + (inside.isEmpty() ? "" : "(" + inside + ")");
    }
}
