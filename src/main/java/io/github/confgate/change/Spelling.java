package io.github.confgate.change;

import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells one value in two spellings from two values: {@code 1m} and {@code 60s}, {@code 1Gi} and {@code 1024Mi}, an
 * unquoted {@code yes} and {@code true}. Nobody knows the program that reads the value, so both must be equal in every
 * way in which both can be read: {@code 1G} and {@code 1024M} are not, nor is {@code 1000} and {@code 1s}, nor {@code
 * "yes"} and {@code "true"} in quotes. Of plain numbers only whole ones that their format knows as numbers have several
 * spellings ({@code 0x10}, {@code 1_000}). Addresses and all other numbers have one: some programs compare them as texts,
 * and {@code 1.10} is a version as well.
 */
public final class Spelling {

    private static final int LONGEST = 100;

    private Spelling() {}

    /** Whether the values differ in their text and in nothing else. */
    public static boolean isOther(Leaf a, Leaf b) {
        if (!(a.value() instanceof Node.Scalar one)
                || !(b.value() instanceof Node.Scalar other)
                || one.type() != other.type()
                || one.text().equals(other.text())) {
            return false;
        }
        return switch (one.type()) {
            case BOOLEAN -> Value.Truth.of(one.text()).equals(Value.Truth.of(other.text()));
            case STRING -> isOther(one.text(), other.text());
            case INTEGER -> {
                Optional<BigInteger> number = whole(one.text());
                yield number.isPresent() && number.equals(whole(other.text()));
            }
            case NULL -> true;
            default -> false;
        };
    }

    /** Whether a value may stand somewhere in another spelling. */
    public static boolean hasOthers(Leaf leaf) {
        return leaf.is(ScalarType.BOOLEAN)
                || (leaf.is(ScalarType.STRING)
                        && (Value.Duration.of(leaf.text()).isPresent()
                                || Value.Size.of(leaf.text()).isPresent()
                                || Value.Percent.of(leaf.text()).isPresent()));
    }

    /** Whether two different texts mean the same. */
    public static boolean isOther(String one, String other) {
        Optional<Boolean> times = equal(Value.Duration.of(one), Value.Duration.of(other));
        Optional<Boolean> sizes = equal(Value.Size.of(one), Value.Size.of(other));
        Optional<Boolean> percents = equal(Value.Percent.of(one), Value.Percent.of(other));
        boolean common = times.isPresent() || sizes.isPresent() || percents.isPresent();
        return common && times.orElse(true) && sizes.orElse(true) && percents.orElse(true);
    }

    /** {@code 0x10}, {@code 0o20}, {@code +16} and {@code 1_6}; {@code 020} is 16 to some programs and 20 to others. */
    private static Optional<BigInteger> whole(String text) {
        String plain = text.replace("_", "").toLowerCase(Locale.ROOT);
        boolean negative = plain.startsWith("-");
        String digits = negative || plain.startsWith("+") ? plain.substring(1) : plain;
        int radix = digits.startsWith("0x") ? 16 : digits.startsWith("0o") ? 8 : digits.startsWith("0b") ? 2 : 10;
        String number = radix == 10 ? digits : digits.substring(2);
        boolean ambiguous = radix == 10 && digits.length() > 1 && digits.startsWith("0");
        boolean known = !ambiguous && !number.isEmpty() && number.length() <= LONGEST;
        for (int i = 0; known && i < number.length(); i++) {
            known = number.charAt(i) < 128 && Character.digit(number.charAt(i), radix) >= 0;
        }
        return known ? Optional.of(new BigInteger(negative ? "-" + number : number, radix)) : Optional.empty();
    }

    /** Empty when not both can be read in this way. */
    private static <T extends Value> Optional<Boolean> equal(Optional<T> one, Optional<T> other) {
        return one.isPresent() && other.isPresent() ? Optional.of(one.equals(other)) : Optional.empty();
    }
}
