package io.github.confgate.rule.sheet;

import io.github.confgate.change.Address;
import io.github.confgate.change.Value;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.rule.LinearPattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Something that may be true of a value. Records and not lambdas: each lambda costs a start of confgate a millisecond. */
interface ValueTest {

    /** @param subject the change that the value is of */
    boolean holds(Leaf value, Subject subject);

    /** One of these texts in lower case. */
    record OneOf(List<String> wanted) implements ValueTest {
        @Override
        public boolean holds(Leaf value, Subject subject) {
            return wanted.contains(Values.folded(value.text()));
        }
    }

    /** A match anywhere in the value. */
    record Matches(LinearPattern pattern) implements ValueTest {
        @Override
        public boolean holds(Leaf value, Subject subject) {
            return pattern.matchesSomeOf(value.text());
        }
    }

    /** One of these texts in lower case, anywhere in the value. */
    record Contains(List<String> parts) implements ValueTest {
        @Override
        public boolean holds(Leaf value, Subject subject) {
            String text = Values.folded(value.text());
            for (String part : parts) {
                if (text.contains(part)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A form that values have. */
    record Is(String form) implements ValueTest {
        @Override
        public boolean holds(Leaf value, Subject subject) {
            return Forms.is(form, value.text(), subject);
        }
    }

    /** True or false, in any spelling. */
    record Bool(boolean wanted) implements ValueTest {
        @Override
        public boolean holds(Leaf value, Subject subject) {
            return Value.Truth.of(value.text()).equals(Optional.of(new Value.Truth(wanted)));
        }
    }

    /** Blank, or not. */
    record Blank(boolean wanted) implements ValueTest {
        @Override
        public boolean holds(Leaf value, Subject subject) {
            return Values.isBlank(value.text()) == wanted;
        }
    }

    /** Of one of these types. */
    record Type(List<String> wanted) implements ValueTest {
        @Override
        public boolean holds(Leaf value, Subject subject) {
            return value.value() instanceof Node.Scalar scalar
                    && wanted.contains(scalar.type().name().toLowerCase(Locale.ROOT));
        }
    }

    /** A bound for a number. */
    record Bound(String side, BigDecimal limit) {

        static final List<String> SIDES = List.of("below", "above", "at-least", "at-most");

        boolean holds(BigDecimal number) {
            int order = number.compareTo(limit);
            return switch (side) {
                case "below" -> order < 0;
                case "above" -> order > 0;
                case "at-least" -> order >= 0;
                default -> order <= 0;
            };
        }
    }

    /** A measure within bounds; against another value, this one divided by it. */
    record Within(Measure measure, List<Bound> bounds, Against against) implements ValueTest {
        @Override
        public boolean holds(Leaf value, Subject subject) {
            Optional<BigDecimal> number;
            if (against == Against.NOTHING) {
                number = measure.of(value);
            } else {
                Leaf other = against.of(subject);
                number = other == null ? Optional.empty() : Measure.ratio(other, value);
            }
            return number.isPresent() && all(number.get());
        }

        private boolean all(BigDecimal number) {
            for (Bound bound : bounds) {
                if (!bound.holds(number)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The value less the old one, within bounds; of two percentages or two bare numbers. */
    record StepFromOld(List<Bound> bounds) implements ValueTest {
        @Override
        public boolean holds(Leaf value, Subject subject) {
            Leaf old = subject.old();
            Optional<BigDecimal> step = old == null ? Optional.empty() : Measure.step(old.text(), value.text());
            return step.isPresent() && bounds.stream().allMatch(bound -> bound.holds(step.get()));
        }
    }

    /** More than the policy's step above the old value; of two percentages or two bare numbers. */
    record AboveRamp() implements ValueTest {
        @Override
        public boolean holds(Leaf value, Subject subject) {
            Leaf old = subject.old();
            Optional<BigDecimal> step = old == null ? Optional.empty() : Measure.step(old.text(), value.text());
            int most = subject.facts().around().circumstances().rampStep();
            return step.isPresent() && step.get().compareTo(BigDecimal.valueOf(most)) > 0;
        }
    }

    /** One of these factors away from the old value, up or down, and not in the same written unit. */
    record FactorOfOld(List<BigDecimal> factors) implements ValueTest {
        @Override
        public boolean holds(Leaf value, Subject subject) {
            Leaf old = subject.old();
            return old != null && !hasUnitOf(old.text(), value.text()) && (isOne(old, value) || isOne(value, old));
        }

        private static boolean hasUnitOf(String old, String now) {
            String unit = old.replaceFirst("^[^A-Za-z]*", "").strip();
            return !unit.isEmpty()
                    && now.replaceFirst("^[^A-Za-z]*", "").strip().equalsIgnoreCase(unit);
        }

        private boolean isOne(Leaf from, Leaf to) {
            Optional<BigDecimal> ratio = Measure.ratio(from, to);
            return ratio.isPresent() && factors.stream().anyMatch(factor -> factor.compareTo(ratio.get()) == 0);
        }
    }

    /** The same value as that of the changed key, or not; the case of letters does not matter. */
    record SameAsThis(boolean wanted) implements ValueTest {
        @Override
        public boolean holds(Leaf value, Subject subject) {
            return Values.folded(value.text())
                            .equals(Values.folded(subject.value().text()))
                    == wanted;
        }
    }

    /** A value that reads like the other one, or not: as a boolean, a number, a text. */
    record LikeType(Against against, boolean wanted) implements ValueTest {
        @Override
        public boolean holds(Leaf value, Subject subject) {
            Leaf other = against.of(subject);
            return other != null && Forms.areOfOneType(other.text(), value.text()) == wanted;
        }
    }

    /** A part of every address in the value, tested like a value of its own. */
    record Part(AddressPart part, ValueTest test) implements ValueTest {
        @Override
        public boolean holds(Leaf value, Subject subject) {
            List<Address> addresses = Address.in(value.text());
            for (Address address : addresses) {
                if (!test.holds(withText(value, part.of(address)), subject)) {
                    return false;
                }
            }
            return !addresses.isEmpty();
        }

        private static Leaf withText(Leaf value, String text) {
            Node.Scalar scalar = new Node.Scalar(ScalarType.STRING, text, value.region(), null);
            return new Leaf(value.key(), scalar, value.keyRegion(), value.region(), null);
        }
    }

    /** Every one of them. */
    record All(List<ValueTest> tests) implements ValueTest {
        @Override
        public boolean holds(Leaf value, Subject subject) {
            for (ValueTest test : tests) {
                if (!test.holds(value, subject)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** At least one of them. */
    record Any(List<ValueTest> tests) implements ValueTest {
        @Override
        public boolean holds(Leaf value, Subject subject) {
            for (ValueTest test : tests) {
                if (test.holds(value, subject)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Not this. */
    record Not(ValueTest test) implements ValueTest {
        @Override
        public boolean holds(Leaf value, Subject subject) {
            return !test.holds(value, subject);
        }
    }
}
