package io.github.confgate.report;

import io.github.confgate.inspection.AuditEntry;
import java.util.List;
import java.util.function.Consumer;

/** Writes an audit entry by entry, so that no history is too long for it. */
public interface AuditReport {

    /** The formats, the first of which is the default. */
    List<String> FORMATS = List.of("jsonl", "json", "csv", "markdown", "html");

    void accept(AuditEntry entry);

    /** A report in one of {@link #FORMATS}; what it writes goes piece by piece to {@code out}. */
    static AuditReport of(String format, Consumer<String> out) {
        return switch (format) {
            case "json" -> new AuditJson(out);
            case "csv" -> new AuditCsv(out);
            case "markdown" -> new AuditMarkdown(out);
            case "html" -> new AuditHtml(out);
            default -> entry -> out.accept(AuditJsonl.line(entry) + "\n");
        };
    }
}
