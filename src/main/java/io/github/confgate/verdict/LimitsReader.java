package io.github.confgate.verdict;

import io.github.confgate.document.Limits;
import io.github.confgate.document.TreeReader;
import java.time.Duration;

/** Reads {@code limits:} of a policy: the names are those that diagnostics say. */
final class LimitsReader {

    private static final long KIB = 1024;
    private static final long MOST_BYTES = 1024 * KIB * KIB;
    private static final int MOST_LINE = 1 << 30;
    private static final int MOST_DEPTH = 400;
    private static final int MOST_NODES = 50_000_000;
    private static final int MOST_PARTS = 1_000_000;
    private static final Duration MOST_TIME = Duration.ofMinutes(10);

    private LimitsReader() {}

    static Limits read(TreeReader root) {
        Limits standard = Limits.standard();
        return root.map("limits")
                .map(map -> map.only("bytes", "line", "depth", "nodes", "parts", "time"))
                .map(map -> new Limits(
                        map.parsed("bytes", LimitsReader::bytes).orElse(standard.bytes()),
                        map.parsed("line", text -> number(text, MOST_LINE)).orElse(standard.line()),
                        map.parsed("depth", text -> number(text, MOST_DEPTH)).orElse(standard.depth()),
                        map.parsed("nodes", text -> number(text, MOST_NODES)).orElse(standard.nodes()),
                        map.parsed("parts", text -> number(text, MOST_PARTS)).orElse(standard.parts()),
                        map.parsed("time", LimitsReader::time).orElse(standard.time())))
                .orElse(standard);
    }

    private static long bytes(String text) {
        long unit = text.endsWith("KiB") ? KIB : text.endsWith("MiB") ? KIB * KIB : 1;
        String number = unit == 1 ? text : text.substring(0, text.length() - 3).strip();
        return unit * number(number, (int) (MOST_BYTES / unit));
    }

    private static Duration time(String text) {
        Duration time = Durations.parse(text);
        if (time.isZero() || time.compareTo(MOST_TIME) > 0) {
            throw new IllegalArgumentException("a time from 1s to 10m, not `" + text + "`");
        }
        return time;
    }

    /** A whole number from 1 on. */
    static int number(String text, int most) {
        boolean digits = !text.isEmpty() && text.length() < 11 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        long number = digits ? Long.parseLong(text) : 0;
        if (number < 1 || number > most) {
            throw new IllegalArgumentException("a number from 1 to " + most + ", not `" + text + "`");
        }
        return (int) number;
    }
}
