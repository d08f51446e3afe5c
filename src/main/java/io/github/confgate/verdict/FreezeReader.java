package io.github.confgate.verdict;

import io.github.confgate.document.TreeReader;
import io.github.confgate.fact.DeclaredEnvironment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code freeze:} of a policy. */
final class FreezeReader {

    private FreezeReader() {}

    static List<Freeze> read(TreeReader root, List<DeclaredEnvironment> declared) {
        List<Freeze> windows = new ArrayList<>();
        for (TreeReader map : root.maps("freeze")) {
            windows.add(window(map.only("environments", "from", "to", "weekly", "zone", "reason"), declared));
        }
        return windows;
    }

    private static Freeze window(TreeReader map, List<DeclaredEnvironment> declared) {
        Optional<ZoneId> zone = map.parsed("zone", FreezeReader::zone);
        Instant from = map.parsed("from", text -> instant(text, zone)).orElse(null);
        Instant to = map.parsed("to", text -> instant(text, zone)).orElse(null);
        List<Weekly> weekly = weekly(map, zone.orElse(null));
        if (from == null && to == null && weekly.isEmpty()) {
            throw map.here("a freeze says when it is: `from`, `to` or `weekly`");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw map.at("to", "`to` is not after `from`");
        }
        return new Freeze(
                Named.texts(map, "environments", declared),
                from,
                to,
                weekly,
                map.text("reason").orElse(""));
    }

    private static List<Weekly> weekly(TreeReader map, @Nullable ZoneId zone) {
        List<Weekly> weekly = new ArrayList<>();
        for (String text : map.texts("weekly")) {
            if (zone == null) {
                throw map.at("weekly", "`weekly` needs a `zone` as well, as in Europe/Berlin");
            }
            try {
                weekly.add(Weekly.parse(text, zone));
            } catch (IllegalArgumentException e) {
                throw map.at("weekly", "`weekly`: " + e.getMessage());
            }
        }
        return weekly;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("`" + text + "` is no zone; a zone is like Europe/Berlin or UTC", e);
        }
    }

    private static Instant instant(String text, Optional<ZoneId> zone) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return local(text)
                    .map(time -> time.atZone(zone.orElseThrow(() -> new IllegalArgumentException(
                                    "`" + text + "` is another time in every zone; add Z, an offset, or `zone`")))
                            .toInstant())
                    .orElseThrow(() -> new IllegalArgumentException("a time is like 2026-12-20T00:00Z"));
        }
    }

    private static Optional<LocalDateTime> local(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? LocalDateTime.parse(text)
                            : LocalDate.parse(text).atStartOfDay());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
