package io.github.confgate.report;

import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.inspection.AuditEntry;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.verdict.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The changes of an audit as a table for spreadsheets (RFC 4180). A cell that a spreadsheet would take for a formula begins
 * with an apostrophe.
 */
final class AuditCsv implements AuditReport {
    private static final List<String> COLUMNS = List.of(
            "commit",
            "committed",
            "author",
            "path",
            "line",
            "environment",
            "key",
            "kind",
            "old",
            "new",
            "promotion",
            "from",
            "since",
            "soakSeconds",
            "rules",
            "severity",
            "waiver");

    private final Consumer<String> out;

    AuditCsv(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void accept(AuditEntry entry) {
        if (entry instanceof AuditEntry.Header) {
            out.accept(row(COLUMNS));
        } else if (entry instanceof AuditEntry.Changed changed) {
            out.accept(row(cells(changed)));
        }
    }

    private static List<String> cells(AuditEntry.Changed changed) {
        Facts facts = changed.facts();
        Promotion promotion = facts.promotion();
        CommitInfo since = promotion.commit();
        Waiver waiver = AuditJsonl.waiver(changed.findings());
        List<String> cells = new ArrayList<>();
        cells.add(changed.commit().sha());
        cells.add(changed.commit().time().toString());
        cells.add(changed.commit().author());
        cells.add(facts.change().path());
        cells.add(String.valueOf(facts.change().region().line()));
        cells.add(name(facts.environment()));
        cells.add(facts.change().key().toString());
        cells.add(AuditJsonl.kind(facts));
        cells.add(orEmpty(facts.shown().old()));
        cells.add(orEmpty(facts.shown().now()));
        cells.add(promotion.status().id());
        cells.add(name(promotion.from()));
        cells.add(since == null ? "" : since.time().toString());
        cells.add(
                promotion.soak() == null ? "" : String.valueOf(promotion.soak().toSeconds()));
        cells.add(changed.findings().stream()
                .map(each -> each.finding().rule().value())
                .collect(Collectors.joining(" ")));
        cells.add(orEmpty(AuditJsonl.severity(changed.findings())));
        cells.add(waiver == null ? "" : waiver.reason());
        return cells;
    }

    private static String row(List<String> cells) {
        return cells.stream().map(AuditCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    static String cell(String text) {
        String safe = Visible.escape(text);
        String plain = !safe.isEmpty() && "=+-@\t\r".indexOf(safe.charAt(0)) >= 0 ? "'" + safe : safe;
        boolean quoted = plain.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }

    private static String name(@Nullable Environment environment) {
        return environment == null ? "" : environment.name();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
