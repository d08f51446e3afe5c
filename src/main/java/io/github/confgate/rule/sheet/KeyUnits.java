package io.github.confgate.rule.sheet;

import io.github.confgate.change.NameWords;
import io.github.confgate.document.KeyPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The unit that a key names in its last word: {@code timeout-ms}, {@code maxAgeSeconds}, {@code request.timeout.ms}. */
final class KeyUnits {

    private static final Map<String, String> SECONDS = Map.ofEntries(
            Map.entry("ns", "0.000000001"),
            Map.entry("nanos", "0.000000001"),
            Map.entry("nanoseconds", "0.000000001"),
            Map.entry("us", "0.000001"),
            Map.entry("micros", "0.000001"),
            Map.entry("microseconds", "0.000001"),
            Map.entry("ms", "0.001"),
            Map.entry("msec", "0.001"),
            Map.entry("msecs", "0.001"),
            Map.entry("millis", "0.001"),
            Map.entry("milliseconds", "0.001"),
            Map.entry("s", "1"),
            Map.entry("sec", "1"),
            Map.entry("secs", "1"),
            Map.entry("second", "1"),
            Map.entry("seconds", "1"),
            // `min` alone is a minimum more often than a minute.
            Map.entry("mins", "60"),
            Map.entry("minute", "60"),
            Map.entry("minutes", "60"),
            Map.entry("hr", "3600"),
            Map.entry("hrs", "3600"),
            Map.entry("hour", "3600"),
            Map.entry("hours", "3600"),
            Map.entry("day", "86400"),
            Map.entry("days", "86400"));

    private static final Map<String, String> BYTES = Map.ofEntries(
            Map.entry("bytes", "1"),
            Map.entry("kb", "1024"),
            Map.entry("kib", "1024"),
            Map.entry("kilobytes", "1024"),
            Map.entry("mb", "1048576"),
            Map.entry("mib", "1048576"),
            Map.entry("megabytes", "1048576"),
            Map.entry("gb", "1073741824"),
            Map.entry("gib", "1073741824"),
            Map.entry("gigabytes", "1073741824"));

    private KeyUnits() {}

    /** In seconds or bytes; empty where the key names no unit of that measure. */
    static Optional<BigDecimal> of(Measure measure, KeyPath key) {
        Map<String, String> units = measure == Measure.DURATION ? SECONDS : measure == Measure.SIZE ? BYTES : Map.of();
        List<String> words = NameWords.of(SiblingKeys.plain(key).lastName());
        String unit = words.isEmpty() ? null : units.get(words.get(words.size() - 1));
        return unit == null ? Optional.empty() : Optional.of(new BigDecimal(unit));
    }
}
