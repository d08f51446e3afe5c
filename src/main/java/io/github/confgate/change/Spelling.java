package io.github.confgate.change;

import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import java.util.Optional;

/**
 * Tells one value in two spellings from two values: {@code 1m} and {@code 60s}, {@code 1Gi} and {@code 1024Mi}, an
 * unquoted {@code yes} and {@code true}. Nobody knows the program that reads the value, so both must be equal in every
 * way in which both can be read: {@code 1G} and {@code 1024M} are not, nor is {@code 1000} and {@code 1s}, nor {@code
 * "yes"} and {@code "true"} in quotes. Addresses and plain numbers have one spelling only: some programs compare them as
 * texts, and {@code 1.10} is a version as well.
 */
public final class Spelling {

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

    /** Empty when not both can be read in this way. */
    private static <T extends Value> Optional<Boolean> equal(Optional<T> one, Optional<T> other) {
        return one.isPresent() && other.isPresent() ? Optional.of(one.equals(other)) : Optional.empty();
    }
}
