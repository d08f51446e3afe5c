package io.github.confgate.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Points and spans of time as reports print them: always UTC, never with the locale's names. */
final class Time {
    private Time() {}

    /** {@code 2026-03-02 09:00 UTC}. */
    static String point(Instant instant) {
        String text = instant.truncatedTo(ChronoUnit.MINUTES).toString();
        return text.replace("T", " ").replace(":00Z", " UTC");
    }

    /** The two largest units: {@code 4h}, {@code 3d 2h}, {@code 12m}. */
    static String span(Duration duration) {
        long minutes = duration.toMinutes();
        long days = minutes / 1440;
        long hours = minutes / 60 % 24;
        if (days > 0) {
            return days + "d" + (hours > 0 ? " " + hours + "h" : "");
        }
        if (hours > 0) {
            return hours + "h" + (minutes % 60 > 0 ? " " + minutes % 60 + "m" : "");
        }
        return minutes > 0 ? minutes + "m" : duration.toSeconds() + "s";
    }
}
