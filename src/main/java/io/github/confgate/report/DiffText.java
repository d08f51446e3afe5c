package io.github.confgate.report;

import io.github.confgate.change.Change;
import io.github.confgate.fact.Facts;
import io.github.confgate.inspection.Inspection;
import io.github.confgate.source.Diagnostic;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report of {@code diff} for people: what changed, by file, without judgement. */
public final class DiffText {
    private static final int VALUE = 100;

    private DiffText() {}

    public static String write(Inspection inspection, Style style) {
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, List<Facts>> file : Changes.byPath(inspection).entrySet()) {
            out.append(style.bold(Visible.atLineStart(file.getKey()))).append("  ");
            out.append(style.dim(Visible.escape(Changes.where(file.getValue()))))
                    .append('\n');
            file.getValue().forEach(facts -> change(out, facts, style));
            out.append('\n');
        }
        if (style.isQuiet()) {
            return out.toString();
        }
        for (Diagnostic diagnostic : inspection.diagnostics()) {
            CheckText.diagnostic(out, diagnostic, style);
        }
        int changes = inspection.changes().size();
        int files = Changes.byPath(inspection).size();
        out.append(changes == 0 ? "no configuration changes" : Summary.count(changes, "change"));
        return out.append(changes == 0 ? "" : " in " + Summary.count(files, "file"))
                .append('\n')
                .toString();
    }

    private static void change(StringBuilder out, Facts facts, Style style) {
        Change change = facts.change();
        String old = shown(facts.shown().old());
        String now = shown(facts.shown().now());
        String text = Changes.sign(change) + " " + Changes.key(change.key(), VALUE);
        out.append("  ");
        switch (change.kind()) {
            case ADDED -> out.append(style.good(text)).append(": ").append(now);
            case REMOVED -> out.append(style.bad(text)).append(": ").append(old);
            case MODIFIED ->
                out.append(style.frame(text))
                        .append(": ")
                        .append(old)
                        .append(style.dim(" -> "))
                        .append(now)
                        .append(types(change));
            case MOVED ->
                out.append(style.frame(text))
                        .append(style.dim(" was "))
                        .append(oldKey(change))
                        .append(": ")
                        .append(now);
        }
        out.append(
                style.dim("  :" + change.region().line() + ":" + change.region().column()));
        out.append('\n');
    }

    private static String types(Change change) {
        String types = Changes.types(change);
        return types.isEmpty() ? "" : " (" + types + ")";
    }

    private static String oldKey(Change change) {
        return change.before()
                .map(leaf -> Visible.shorten(leaf.key().toString(), VALUE))
                .orElse("");
    }

    private static String shown(@Nullable String value) {
        if (value == null) {
            return "";
        }
        return value.isEmpty() ? "\"\"" : Visible.shorten(value, VALUE);
    }
}
