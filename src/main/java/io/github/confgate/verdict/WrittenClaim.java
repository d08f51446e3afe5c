package io.github.confgate.verdict;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A waiver as comments and trailers write it: {@code rule-id, rule-id} and {@code reason until 2026-12-31}.
 *
 * @param rules as they are written
 * @param reason without its last day
 * @param expires null when it has none
 * @param text all of it
 */
public record WrittenClaim(
        List<String> rules, String reason, @Nullable LocalDate expires, String text) {

    private static final String UNTIL = "until ";
    private static final int DAY = "2026-12-31".length();

    public WrittenClaim {
        rules = List.copyOf(rules);
    }

    static WrittenClaim of(String rules, String words) {
        List<String> ids = Arrays.stream(rules.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
        String reason = words.strip();
        String text = String.join(", ", ids) + (reason.isEmpty() ? "" : ": " + reason);
        int until = reason.length() - DAY - UNTIL.length();
        boolean last = until >= 0
                && reason.startsWith(UNTIL, until)
                && (until == 0 || Character.isWhitespace(reason.charAt(until - 1)));
        LocalDate day = last ? day(reason.substring(until + UNTIL.length())) : null;
        return new WrittenClaim(
                ids, day == null ? reason : reason.substring(0, until).strip(), day, text);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
