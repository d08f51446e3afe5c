package io.github.confgate.rule.sheet;

import io.github.confgate.change.Value;
import io.github.confgate.document.Leaf;
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
            case DURATION ->
                Value.Duration.of(text).map(Value.Duration::seconds).or(() -> Amounts.clock(text));
            case SIZE -> Value.Size.of(text).map(Value.Size::binary);
            case PERCENT -> Value.Percent.of(text).map(Value.Percent::amount);
        };
    }

    /** The same; a bare number has the unit that its key names: {@code readTimeoutMillis: 5000}. */
    Optional<BigDecimal> of(Leaf leaf) {
        Optional<BigDecimal> written = of(leaf.text());
        if (written.isPresent() || this == NUMBER || this == PERCENT) {
            return written;
        }
        Optional<BigDecimal> number = NUMBER.of(leaf.text());
        return number.isEmpty() ? number : KeyUnits.of(this, leaf.key()).map(unit -> unit.multiply(number.get()));
    }

    /** How much one value is above another; of two percentages or two bare numbers. */
    static Optional<BigDecimal> step(String from, String to) {
        for (Measure measure : new Measure[] {PERCENT, NUMBER}) {
            Optional<BigDecimal> one = measure.of(from);
            Optional<BigDecimal> other = one.isPresent() ? measure.of(to) : one;
            if (one.isPresent() && other.isPresent()) {
                return Optional.of(other.get().subtract(one.get()));
            }
        }
        return Amounts.onlyStep(from, to);
    }

    /** One value divided by another, in the first reading that both have. */
    static Optional<BigDecimal> ratio(Leaf of, Leaf value) {
        // Units that the keys name come first, or 5 s and 1000 ms would be compared as 5 and 1000.
        for (Measure measure : new Measure[] {DURATION, SIZE, PERCENT, NUMBER}) {
            Optional<BigDecimal> one = measure.of(of);
            Optional<BigDecimal> other = one.isPresent() ? measure.of(value) : one;
            if (one.isPresent() && other.isPresent() && one.get().signum() != 0) {
                return Optional.of(other.get().divide(one.get(), MathContext.DECIMAL32));
            }
        }
        return Amounts.ofMega(of.text(), value.text()).or(() -> Amounts.onlyRatio(of.text(), value.text()));
    }
}
