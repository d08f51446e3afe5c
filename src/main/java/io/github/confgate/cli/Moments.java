package io.github.confgate.cli;

import io.github.confgate.source.UsageException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points in time as command lines name them. */
final class Moments {
    private static final Pattern AGE = Pattern.compile("(\\d{1,5})(mo|m|h|d|w|y)");

    private Moments() {}

    /** {@code 2026-03-01T12:00Z}. */
    static Instant exact(String option, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UsageException(option + " is a time like 2026-03-01T12:00Z, not '" + text + "'.");
        }
    }

    /** A time, a day (its beginning, in UTC), or how long ago: {@code 90m}, {@code 12h}, {@code 30d}, {@code 4w}, {@code 12mo}, {@code 1y}. */
    static Instant of(String option, String text, Instant now) {
        Matcher age = AGE.matcher(text);
        if (age.matches()) {
            long number = Long.parseLong(age.group(1));
            return now.minus(
                    switch (age.group(2)) {
                        case "m" -> Duration.ofMinutes(number);
                        case "h" -> Duration.ofHours(number);
                        case "d" -> Duration.ofDays(number);
                        case "mo" -> Duration.ofDays(30 * number);
                        case "y" -> Duration.ofDays(365 * number);
                        default -> Duration.ofDays(7 * number);
                    });
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UsageException(option
                    + " is a day like 2026-03-01, a time like 2026-03-01T12:00Z, or an age like 30d, not '" + text
                    + "'.");
        }
    }
}
