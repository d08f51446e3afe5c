package io.github.confgate.change;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads numbers with units, in time linear in the text. */
final class Units {

    private static final int LONGEST = 60;

    /** Largest first, as the parts of a compound duration come. */
    private static final List<List<String>> TIMES = List.of(
            List.of("604800", "w", "week", "weeks"),
            List.of("86400", "d", "day", "days"),
            List.of("3600", "h", "hr", "hrs", "hour", "hours"),
            List.of("60", "m", "min", "mins", "minute", "minutes"),
            List.of("1", "s", "sec", "secs", "second", "seconds"),
            List.of("0.001", "ms", "msec", "millis", "millisecond", "milliseconds"),
            List.of("0.000001", "us", "\u00b5s", "\u03bcs", "micros", "microsecond", "microseconds"),
            List.of("0.000000001", "ns", "nanos", "nanosecond", "nanoseconds"));

    private static final Map<String, Integer> TIME_OF = new HashMap<>();
    private static final String SIZES = "KMGTP";

    static {
        for (int i = 0; i < TIMES.size(); i++) {
            for (String name : TIMES.get(i).subList(1, TIMES.get(i).size())) {
                TIME_OF.put(name, i);
            }
        }
    }

    private Units() {}

    static Optional<BigDecimal> seconds(String text) {
        String stripped = text.strip();
        if (stripped.length() < 2 || stripped.length() > LONGEST) {
            return Optional.empty();
        }
        boolean negative = stripped.startsWith("-");
        String amount = negative || stripped.startsWith("+") ? stripped.substring(1) : stripped;
        boolean iso = amount.startsWith("P") || amount.startsWith("p");
        Optional<BigDecimal> seconds = iso ? iso(amount.substring(1).toLowerCase(Locale.ROOT)) : parts(amount, 0);
        return negative ? seconds.map(BigDecimal::negate) : seconds;
    }

    /** Behind the {@code P} of ISO 8601: days before {@code T}, hours to seconds behind it. */
    private static Optional<BigDecimal> iso(String text) {
        int t = text.indexOf('t');
        String days = t < 0 ? text : text.substring(0, t);
        String times = t < 0 ? "" : text.substring(t + 1);
        boolean right = (days.isEmpty() || "wd".indexOf(days.charAt(days.length() - 1)) >= 0)
                && (t < 0 || !times.isEmpty())
                && text.indexOf("ms") < 0
                && text.indexOf(' ') < 0;
        if (!right || text.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> before = days.isEmpty() ? Optional.of(BigDecimal.ZERO) : parts(days, 0);
        Optional<BigDecimal> behind = times.isEmpty() ? Optional.of(BigDecimal.ZERO) : parts(times, 2);
        return before.flatMap(a -> behind.map(a::add));
    }

    /** Numbers, each with its unit, from larger to smaller units. */
    private static Optional<BigDecimal> parts(String text, int largest) {
        BigDecimal sum = BigDecimal.ZERO;
        int least = largest;
        int i = 0;
        while (i < text.length()) {
            int start = i;
            i = skip(text, i, "0123456789._");
            Optional<Value.Numeric> number = Value.Numeric.of(text.substring(start, i));
            int unit = skip(text, i, " ");
            i = unit;
            while (i < text.length() && Character.isLetter(text.charAt(i))) {
                i++;
            }
            String name = text.substring(unit, i);
            Integer time = name.equals("M") ? null : TIME_OF.get(name.toLowerCase(Locale.ROOT));
            if (number.isEmpty() || time == null || time < least) {
                return Optional.empty();
            }
            least = time + 1;
            sum = sum.add(number.get()
                    .amount()
                    .multiply(new BigDecimal(TIMES.get(time).get(0))));
            i = skip(text, i, " ");
        }
        return Optional.of(sum);
    }

    /** {@code m} alone is no size: it is minutes, and a thousandth where {@code M} is a million. */
    static Optional<Value.Size> size(String text) {
        String stripped = text.strip();
        int end = skip(stripped, 0, "0123456789._");
        String unit = stripped.substring(skip(stripped, end, " "));
        if (end == 0 || unit.isEmpty() || unit.length() > 3 || stripped.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<Value.Numeric> number = Value.Numeric.of(stripped.substring(0, end));
        if (unit.equals("B")) {
            return number.map(bytes -> of(bytes.amount(), BigDecimal.ONE, BigDecimal.ONE));
        }
        int power = SIZES.indexOf(Character.toUpperCase(unit.charAt(0))) + 1;
        String rest = unit.substring(1);
        boolean lower = Character.isLowerCase(unit.charAt(0));
        boolean known = rest.equals("i") || rest.equals("iB") || rest.equals("B") || rest.isEmpty();
        if (power == 0
                || unit.equals("m")
                || (lower ? !rest.isEmpty() && !rest.equals("b") && !unit.equals("kB") : !known)) {
            return Optional.empty();
        }
        BigDecimal binary = BigDecimal.valueOf(1024).pow(power);
        BigDecimal decimal =
                rest.startsWith("i") ? binary : BigDecimal.valueOf(1000).pow(power);
        return number.map(amount -> of(amount.amount(), decimal, binary));
    }

    private static Value.Size of(BigDecimal amount, BigDecimal decimal, BigDecimal binary) {
        return new Value.Size(
                amount.multiply(decimal).stripTrailingZeros(),
                amount.multiply(binary).stripTrailingZeros());
    }

    private static int skip(String text, int from, String characters) {
        int i = from;
        while (i < text.length() && characters.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
