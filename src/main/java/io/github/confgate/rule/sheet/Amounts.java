package io.github.confgate.rule.sheet;

import io.github.confgate.document.SameEnds;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts that are written in other ways than as a value of their own. */
final class Amounts {

    /** {@code [days.]hours:minutes:seconds[.fraction]}, as .NET writes a span of time. */
    private static final Pattern CLOCK =
            Pattern.compile("(?:(\\d{1,5})\\.)?(\\d{1,2}):([0-5]\\d):([0-5]\\d(?:\\.\\d{1,7})?)");

    private static final Pattern MEGA = Pattern.compile("\\d{1,9}m");

    private static final Pattern KILO_OR_GIGA = Pattern.compile("\\d{1,9}[kg]");

    private static final int LONGEST = 500;
    private static final BigDecimal LARGE = BigDecimal.valueOf(100);

    private Amounts() {}

    /** The seconds of {@code 00:00:30}; empty for any other text. */
    static Optional<BigDecimal> clock(String text) {
        if (text.length() > 24 || text.indexOf(':') < 0) {
            return Optional.empty();
        }
        Matcher clock = CLOCK.matcher(text.strip());
        if (!clock.matches()) {
            return Optional.empty();
        }
        long days = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
        long minutes = (days * 24 + Long.parseLong(clock.group(2))) * 60 + Long.parseLong(clock.group(3));
        return Optional.of(BigDecimal.valueOf(minutes * 60).add(new BigDecimal(clock.group(4))));
    }

    /**
     * Of two texts that differ in amounts and in nothing else, as command lines do: the one amount divided by the other;
     * of several words with one amount each, all larger or all smaller than before, the ratio that is nearest to 1.
     */
    static Optional<BigDecimal> onlyRatio(String of, String value) {
        Optional<BigDecimal> one = ratio(of, value);
        if (one.isPresent() || of.length() > LONGEST || value.length() > LONGEST || of.indexOf(' ') < 0) {
            return one;
        }
        String[] old = of.split("\\s+", -1);
        String[] now = value.split("\\s+", -1);
        Optional<BigDecimal> nearest = Optional.empty();
        for (int i = 0; i < old.length && old.length == now.length; i++) {
            if (!old[i].equals(now[i])) {
                Optional<BigDecimal> own = ratio(old[i], now[i]);
                if (own.isEmpty() || (nearest.isPresent() && isLarger(own.get()) != isLarger(nearest.get()))) {
                    return Optional.empty();
                }
                nearest = nearest.isPresent() && isFarther(own.get(), nearest.get()) ? nearest : own;
            }
        }
        return nearest;
    }

    private static boolean isLarger(BigDecimal ratio) {
        return ratio.compareTo(BigDecimal.ONE) > 0;
    }

    private static boolean isFarther(BigDecimal one, BigDecimal other) {
        return isLarger(one) == one.compareTo(other) > 0;
    }

    /** {@code 50m} beside {@code 50k} or {@code 1g} is a size, as nginx, PHP and Java write it, and no time. */
    static Optional<BigDecimal> ofMega(String of, String value) {
        boolean first =
                MEGA.matcher(of).matches() && KILO_OR_GIGA.matcher(value).matches();
        if (!first
                && !(MEGA.matcher(value).matches() && KILO_OR_GIGA.matcher(of).matches())) {
            return Optional.empty();
        }
        Optional<BigDecimal> one = Measure.SIZE.of(of.toUpperCase(Locale.ROOT));
        Optional<BigDecimal> other = Measure.SIZE.of(value.toUpperCase(Locale.ROOT));
        return one.isPresent() && other.isPresent() && one.get().signum() != 0
                ? Optional.of(other.get().divide(one.get(), MathContext.DECIMAL32))
                : Optional.empty();
    }

    private static Optional<BigDecimal> ratio(String of, String value) {
        return only(of, value).flatMap(pair -> {
            Optional<BigDecimal> mega = ofMega(pair.old(), pair.now());
            if (mega.isPresent()) {
                return mega;
            }
            for (Measure measure : Measure.values()) {
                Optional<BigDecimal> one = measure.of(pair.old());
                Optional<BigDecimal> other = one.isPresent() ? measure.of(pair.now()) : one;
                if (one.isPresent() && other.isPresent() && one.get().signum() != 0) {
                    return Optional.of(other.get().divide(one.get(), MathContext.DECIMAL32));
                }
            }
            return Optional.empty();
        });
    }

    /** Of two texts that differ in one bare number and in nothing else: how much the one is above the other. */
    static Optional<BigDecimal> onlyStep(String from, String to) {
        return only(from, to).flatMap(pair -> Measure.NUMBER
                .of(pair.old())
                .flatMap(one -> Measure.NUMBER.of(pair.now()).map(other -> other.subtract(one))));
    }

    private record Pair(String old, String now) {}

    private static Optional<Pair> only(String of, String value) {
        int shortest = Math.min(of.length(), value.length());
        if (shortest == 0 || Math.max(of.length(), value.length()) > LONGEST) {
            return Optional.empty();
        }
        int start = SameEnds.prefix(of, value);
        int end = SameEnds.suffix(of, value, start);
        while (start > 0 && isOfAmount(of.charAt(start - 1))) {
            start--;
        }
        while (end > 0 && isOfAmount(of.charAt(of.length() - end))) {
            end--;
        }
        // `-Xmx4g`: what stands before the first digit is the option's.
        while (start < shortest - end
                && !Character.isDigit(of.charAt(start))
                && of.charAt(start) == value.charAt(start)) {
            start++;
        }
        if (start == 0 && end == 0) {
            return Optional.empty();
        }
        Pair pair = new Pair(of.substring(start, of.length() - end), value.substring(start, value.length() - end));
        // Behind a sign a small bare number counts threads, tries and the like.
        boolean option = start > 0 && of.charAt(start - 1) == '=';
        return option && isSmall(pair.old()) && isSmall(pair.now()) ? Optional.empty() : Optional.of(pair);
    }

    private static boolean isSmall(String text) {
        return Measure.NUMBER
                .of(text)
                .filter(number -> number.compareTo(LARGE) < 0)
                .isPresent();
    }

    private static boolean isOfAmount(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '%';
    }
}
