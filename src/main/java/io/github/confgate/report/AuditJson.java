package io.github.confgate.report;

import io.github.confgate.inspection.AuditEntry;
import java.util.function.Consumer;

/** The lines of {@link AuditJsonl} as one array. */
final class AuditJson implements AuditReport {
    private final Consumer<String> out;

    AuditJson(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void accept(AuditEntry entry) {
        String start = entry instanceof AuditEntry.Header ? "[\n" : ",\n";
        out.accept(start + AuditJsonl.line(entry) + (entry instanceof AuditEntry.Summary ? "\n]\n" : ""));
    }
}
