package io.github.confgate.verdict;

import io.github.confgate.document.Documents;
import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Parsed;
import io.github.confgate.document.TreeReader;
import io.github.confgate.source.UsageException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/** Reads approvals from a file, a stand-in for the forge that knows them: a list in YAML or JSON. */
public final class ApprovalsReader {

    private ApprovalsReader() {}

    /** @throws UsageException with file, line and column, when something is wrong in it */
    public static Approvals read(String name, byte[] bytes) {
        Format format = name.endsWith(".json") ? Format.JSON : Format.YAML;
        Parsed parsed = Documents.parse(name, bytes, format, Limits.standard());
        if (parsed instanceof Parsed.Failed failed) {
            throw new UsageException(name + ":" + failed.diagnostic().line() + ": "
                    + failed.diagnostic().message());
        }
        return new Approvals(TreeReader.list(((Parsed.Ok) parsed).document()).stream()
                .map(map -> map.only("accepts", "by", "at", "commit"))
                .map(map -> new Approvals.Approval(
                        map.required("accepts"),
                        map.required("by"),
                        map.parsed("at", ApprovalsReader::instant).orElseThrow(() -> map.here("`at` is missing")),
                        map.required("commit").toLowerCase(Locale.ROOT)))
                .toList());
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time is like 2026-03-01T12:00Z", e);
        }
    }
}
