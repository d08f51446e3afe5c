package io.github.confgate.verdict;

import java.time.Duration;
import java.util.Map;

/** Durations as policies write them: {@code 90s}, {@code 30m}, {@code 4h}, {@code 2d}, {@code 1w}. */
final class Durations {

    private static final Map<Character, Duration> UNITS = Map.of(
            's', Duration.ofSeconds(1),
            'm', Duration.ofMinutes(1),
            'h', Duration.ofHours(1),
            'd', Duration.ofDays(1),
            'w', Duration.ofDays(7));

    private Durations() {}

    static Duration parse(String text) {
        Duration unit = text.isEmpty() ? null : UNITS.get(text.charAt(text.length() - 1));
        String number = text.isEmpty() ? "" : text.substring(0, text.length() - 1);
        if (unit == null
                || number.isEmpty()
                || number.length() > 6
                || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("a duration is a number and one of s, m, h, d, w, as in 4h");
        }
        return unit.multipliedBy(Long.parseLong(number));
    }
}
