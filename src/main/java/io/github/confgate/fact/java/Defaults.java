package io.github.confgate.fact.java;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a value is when nobody sets it, as configuration would write it. */
final class Defaults {

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("Duration.ofNanos", "ns"),
            Map.entry("Duration.ofMillis", "ms"),
            Map.entry("Duration.ofSeconds", "s"),
            Map.entry("Duration.ofMinutes", "m"),
            Map.entry("Duration.ofHours", "h"),
            Map.entry("Duration.ofDays", "d"),
            Map.entry("Duration.milliseconds", "ms"),
            Map.entry("Duration.seconds", "s"),
            Map.entry("Duration.minutes", "m"),
            Map.entry("Timeout.ofMilliseconds", "ms"),
            Map.entry("Timeout.ofSeconds", "s"),
            Map.entry("Timeout.ofMinutes", "m"),
            Map.entry("DataSize.ofBytes", "B"),
            Map.entry("DataSize.ofKilobytes", "KB"),
            Map.entry("DataSize.ofMegabytes", "MB"),
            Map.entry("DataSize.ofGigabytes", "GB"));

    private Defaults() {}

    /** The text of {@code Duration.ofSeconds(5)} is {@code 5s}; empty when only running code knows. */
    static Optional<String> of(@Nullable Code value, Decl in, Texts texts) {
        if (value instanceof Code.Call call && call.arguments().size() == 1 && call.on() instanceof Code.Name on) {
            String unit = UNITS.get(on.name() + "." + call.name());
            Optional<String> amount = texts.of(call.arguments().get(0), in);
            if (unit != null) {
                return amount.map(text -> text.replace("_", "").replaceAll("[lL]$", "") + unit);
            }
            return call.name().equals("valueOf")
                            || call.name().equals("parse")
                            || call.name().equals("create")
                    ? amount
                    : Optional.empty();
        }
        if (value instanceof Code.Member member
                && member.of() instanceof Code.Name on
                && Character.isUpperCase(on.name().charAt(0))) {
            return texts.of(value, in)
                    .or(() -> on.name().equals("Duration") && member.name().equals("ZERO")
                            ? Optional.of("0s")
                            : Optional.of(member.name()));
        }
        return value == null
                ? Optional.empty()
                : texts.of(value, in)
                        .map(text -> isNumber(text)
                                ? text.replaceAll("[lLfFdD]$", "").replace("_", "")
                                : text);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && (Character.isDigit(text.charAt(0)) || text.charAt(0) == '-');
    }
}
