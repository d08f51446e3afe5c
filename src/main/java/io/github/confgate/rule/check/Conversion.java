package io.github.confgate.rule.check;

import io.github.confgate.change.Value;
import io.github.confgate.fact.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a text becomes a type as Spring's converters do it ({@code StringToNumberConverterFactory},
 * {@code StringToBooleanConverter}, {@code StringToDurationConverter}, {@code StringToDataSizeConverter}, relaxed enums),
 * SmallRye Config and Typesafe Config: what any of them takes fits. Of a type that is not listed everything fits.
 */
final class Conversion {

    private static final Map<String, BigInteger[]> RANGES = Map.of(
            "byte", range(Byte.MIN_VALUE, Byte.MAX_VALUE),
            "short", range(Short.MIN_VALUE, Short.MAX_VALUE),
            "int", range(Integer.MIN_VALUE, Integer.MAX_VALUE),
            "integer", range(Integer.MIN_VALUE, Integer.MAX_VALUE),
            "optionalint", range(Integer.MIN_VALUE, Integer.MAX_VALUE),
            "long", range(Long.MIN_VALUE, Long.MAX_VALUE),
            "optionallong", range(Long.MIN_VALUE, Long.MAX_VALUE));
    private static final Set<String> TRUTHS = Set.of("1", "0", "y", "n", "t", "f");

    private Conversion() {}

    private static BigInteger[] range(long least, long most) {
        return new BigInteger[] {BigInteger.valueOf(least), BigInteger.valueOf(most)};
    }

    static boolean fits(String text, Reader reader) {
        String value = text.strip();
        String type = type(reader);
        Optional<Reader.Constraint> constants = reader.constraints().stream()
                .filter(each -> each.name().equals(Reader.Constraint.ENUM))
                .findFirst();
        if (constants.isPresent()) {
            return isOneOf(value, constants.get().values().getOrDefault("value", ""));
        }
        BigInteger[] range = RANGES.get(type);
        if (range != null) {
            return isWhole(value, range);
        }
        return switch (type) {
            case "float", "double", "bigdecimal", "optionaldouble" -> isNumber(value);
            case "biginteger" -> isInteger(value);
            case "boolean" -> Value.Truth.of(value).isPresent() || TRUTHS.contains(value.toLowerCase(Locale.ROOT));
            case "duration" -> Value.Duration.of(value.toLowerCase(Locale.ROOT)).isPresent() || isInteger(value);
            case "datasize" ->
                Value.Size.of(value).isPresent()
                        || Value.Size.of(value.toUpperCase(Locale.ROOT)).isPresent()
                        || isInteger(value);
            case "uri" -> isUri(value);
            case "url" -> isUri(value) && (value.contains(":") || value.startsWith("/"));
            case "charset" -> isCharset(value);
            case "zoneid" -> isZone(value);
            case "uuid" -> value.matches("[0-9a-fA-F]{1,8}(-[0-9a-fA-F]{1,4}){3}-[0-9a-fA-F]{1,12}");
            default -> true;
        };
    }

    /** {@code a Duration}. */
    static String wanted(Reader reader) {
        String type = reader.type().replaceFirst("^Optional<(.*)>$", "$1");
        boolean vowel = !type.isEmpty() && "aeioAEIO".indexOf(type.charAt(0)) >= 0;
        return (vowel ? "an " : "a ") + type;
    }

    private static String type(Reader reader) {
        return reader.type()
                .replaceFirst("^(Optional|Provider|Supplier)<(.*)>$", "$2")
                .toLowerCase(Locale.ROOT);
    }

    /** Spring compares the names of an enum without case and without what is no letter or digit. */
    private static boolean isOneOf(String value, String constants) {
        for (String constant : constants.split(",", -1)) {
            if (folded(constant).equals(folded(value))) {
                return true;
            }
        }
        return false;
    }

    private static String folded(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isWhole(String value, BigInteger[] range) {
        if (!isInteger(value)) {
            return false;
        }
        String digits = value.replace("_", "");
        boolean hexadecimal = digits.startsWith("0x") || digits.startsWith("0X") || digits.startsWith("#");
        BigInteger number = hexadecimal
                ? new BigInteger(digits.substring(digits.startsWith("#") ? 1 : 2), 16)
                : new BigInteger(digits.startsWith("+") ? digits.substring(1) : digits);
        return number.compareTo(range[0]) >= 0 && number.compareTo(range[1]) <= 0;
    }

    /** YAML writes {@code 1_000} for a number, and {@code Integer.decode} takes {@code 0x10}. */
    private static boolean isInteger(String value) {
        return value.length() < 40 && value.matches("[+-]?[0-9][0-9_]*|(0[xX]|#)[0-9a-fA-F]+");
    }

    private static boolean isNumber(String value) {
        try {
            return value.length() < 100 && new BigDecimal(value.replace("_", "")).scale() < 1000;
        } catch (NumberFormatException e) {
            return Set.of("nan", "infinity", "-infinity", ".inf", "-.inf", ".nan")
                    .contains(value.toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isUri(String value) {
        try {
            return new URI(value.replace(" ", "%20")).toString().length() > 0;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isCharset(String value) {
        try {
            return Charset.isSupported(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isZone(String value) {
        try {
            return !ZoneId.of(value).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }
}
