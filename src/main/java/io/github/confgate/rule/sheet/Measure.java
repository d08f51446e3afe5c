package io.github.confgate.rule.sheet;

import io.github.confgate.change.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** What of a value is compared with bounds: its number, its seconds, its bytes, its hundredths. */
enum Measure {
    NUMBER,
    DURATION,
    SIZE,
    PERCENT;

    /** In seconds for a duration; in bytes for a size, by powers of 1024; empty when the value has no such reading. */
    Optional<BigDecimal> of(String text) {
        return switch (this) {
            case NUMBER -> Value.Numeric.of(text).map(Value.Numeric::amount);
            case DURATION -> Value.Duration.of(text).map(Value.Duration::seconds);
            case SIZE -> Value.Size.of(text).map(Value.Size::binary);
            case PERCENT -> Value.Percent.of(text).map(Value.Percent::amount);
        };
    }

    /** The value divided by the old one, in the first reading that both have. */
    static Optional<BigDecimal> ratio(String old, String now) {
        for (Measure measure : values()) {
            Optional<BigDecimal> before = measure.of(old);
            Optional<BigDecimal> after = measure.of(now);
            if (before.isPresent() && after.isPresent() && before.get().signum() != 0) {
                return Optional.of(after.get().divide(before.get(), MathContext.DECIMAL32));
            }
        }
        return Optional.empty();
    }
}
