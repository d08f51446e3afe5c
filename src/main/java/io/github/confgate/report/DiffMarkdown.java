package io.github.confgate.report;

import io.github.confgate.change.Change;
import io.github.confgate.fact.Facts;
import io.github.confgate.inspection.Inspection;
import io.github.confgate.source.Diagnostic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report of {@code diff} for a pull request. */
public final class DiffMarkdown {
    private static final int VALUE = 100;

    private DiffMarkdown() {}

    public static String write(Inspection inspection) {
        StringBuilder out = new StringBuilder();
        if (inspection.changes().isEmpty()) {
            out.append("No configuration changes.\n");
        }
        for (Map.Entry<String, List<Facts>> file : Changes.byPath(inspection).entrySet()) {
            out.append(out.length() > 0 ? "\n" : "").append("### ").append(Markdown.code(file.getKey()));
            out.append(" (")
                    .append(Markdown.text(Changes.where(file.getValue())))
                    .append(")\n\n");
            out.append(Markdown.row("", "key", "old", "new", "line"));
            out.append(Markdown.row("---", "---", "---", "---", "---"));
            file.getValue().forEach(facts -> row(out, facts));
        }
        if (!inspection.diagnostics().isEmpty()) {
            out.append("\nNot read:\n\n");
        }
        for (Diagnostic diagnostic : inspection.diagnostics()) {
            out.append("- ").append(Markdown.code(diagnostic.path())).append(": ");
            out.append(Markdown.text(Visible.shorten(diagnostic.message(), 300)))
                    .append('\n');
        }
        return out.toString();
    }

    private static void row(StringBuilder out, Facts facts) {
        Change change = facts.change();
        String key = cell(change.key().toString());
        if (change instanceof Change.Moved moved) {
            key += " was " + cell(moved.old().key().toString());
        }
        String types = Changes.types(change);
        out.append(Markdown.row(
                change.kind().name().toLowerCase(Locale.ROOT),
                key,
                cell(facts.shown().old()),
                cell(facts.shown().now()) + (types.isEmpty() ? "" : " (" + types + ")"),
                String.valueOf(change.region().line())));
    }

    private static String cell(@Nullable String value) {
        return value == null ? "" : Markdown.code(Visible.shorten(value, VALUE));
    }
}
