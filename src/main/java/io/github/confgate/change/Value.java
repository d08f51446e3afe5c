package io.github.confgate.change;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a value means to who reads it. A text may be readable in several ways: {@code 64m} is minutes to one program and
 * a size to another, so each reading is asked for by itself, and {@link Spelling} compares all of them.
 */
public sealed interface Value {

    /** Every way in which a text can be read; as a text at least, which comes last. */
    static List<Value> readings(String text) {
        List<Value> readings = new ArrayList<>(2);
        Truth.of(text).ifPresent(readings::add);
        Numeric.of(text).ifPresent(readings::add);
        Percent.of(text).ifPresent(readings::add);
        Duration.of(text).ifPresent(readings::add);
        Size.of(text).ifPresent(readings::add);
        Cidr.of(text).ifPresent(readings::add);
        List<Address> addresses = Address.in(text);
        if (!addresses.isEmpty()) {
            readings.add(new Addresses(addresses));
        }
        readings.add(new Text(text));
        return List.copyOf(readings);
    }

    /** True or false, as {@code yes}, {@code on} and {@code enabled} are too, in any letter case. */
    record Truth(boolean isTrue) implements Value {

        private static final Set<String> TRUE = Set.of("true", "yes", "on", "enabled", "enable");
        private static final Set<String> FALSE = Set.of("false", "no", "off", "disabled", "disable");

        public static Optional<Truth> of(String text) {
            String folded = text.strip().toLowerCase(Locale.ROOT);
            if (TRUE.contains(folded)) {
                return Optional.of(new Truth(true));
            }
            return FALSE.contains(folded) ? Optional.of(new Truth(false)) : Optional.empty();
        }
    }

    /** A plain number; {@code 1_000} and {@code 1e3} too. It has no unit, also where it is meant as a time or a size. */
    record Numeric(BigDecimal amount) implements Value {

        public static Optional<Numeric> of(String text) {
            String plain = text.strip().replace("_", "");
            if (plain.isEmpty() || plain.length() > 30 || "+-.0123456789".indexOf(plain.charAt(0)) < 0) {
                return Optional.empty();
            }
            try {
                BigDecimal number = new BigDecimal(plain);
                return Math.abs((long) number.scale()) > 100 ? Optional.empty() : Optional.of(new Numeric(number));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    /** A number of hundredths: {@code 50%}. */
    record Percent(BigDecimal amount) implements Value {

        public static Optional<Percent> of(String text) {
            String stripped = text.strip();
            return stripped.endsWith("%")
                    ? Numeric.of(stripped.substring(0, stripped.length() - 1))
                            .map(number -> new Percent(number.amount().stripTrailingZeros()))
                    : Optional.empty();
        }
    }

    /** A time with its units: {@code 30s}, {@code 1m30s}, {@code 2 minutes}, {@code PT30S}; {@code m} is minutes. */
    record Duration(BigDecimal seconds) implements Value {

        public static Optional<Duration> of(String text) {
            return Units.seconds(text).map(seconds -> new Duration(seconds.stripTrailingZeros()));
        }
    }

    /**
     * A number of bytes with its unit. {@code Ki} and {@code KiB} are powers of 1024; {@code K}, {@code KB} and {@code kb}
     * are that to some programs and powers of 1000 to others, so there are two numbers.
     */
    record Size(BigDecimal decimal, BigDecimal binary) implements Value {

        public static Optional<Size> of(String text) {
            return Units.size(text);
        }
    }

    /** One or more places of services: a URL, a connection string, a list of {@code host:port}. */
    record Addresses(List<Address> addresses) implements Value {
        public Addresses {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * A range of addresses: {@code 10.0.0.0/8}, {@code ::/0}.
     *
     * @param address in hexadecimal: 8 digits or 32
     * @param bits how many of its bits are fixed
     */
    record Cidr(String address, int bits) implements Value {

        public static Optional<Cidr> of(String text) {
            return Networks.cidr(text.strip());
        }

        /** Whether every address is in it. */
        public boolean isEverything() {
            return bits == 0;
        }
    }

    /** Any text. */
    record Text(String text) implements Value {}
}
