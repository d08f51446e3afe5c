package io.github.confgate.report;

import io.github.confgate.inspection.Backtest;
import io.github.confgate.rule.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The report of {@code rules backtest}. */
public final class BacktestText {

    private BacktestText() {}

    public static String write(Backtest found, Style style) {
        StringBuilder out = new StringBuilder();
        out.append(found.commits()).append(" commits changed configuration\n");
        for (Backtest.Hits hits : found.rules()) {
            out.append('\n').append(style.bold(hits.rule().value())).append(": ");
            out.append(hits.findings())
                    .append(" findings in ")
                    .append(hits.commits())
                    .append(" commits, ");
            out.append(per100(hits.commits(), found.commits())).append(" commits of 100");
            out.append(severities(hits)).append('\n');
            for (Backtest.Hit hit : hits.first()) {
                hit(out, hit, style);
            }
            int more = hits.findings() - hits.first().size();
            out.append(more > 0 ? "  and " + more + " more\n" : "");
        }
        if (found.rules().isEmpty()) {
            out.append("no rule found anything\n");
        }
        return out.toString();
    }

    private static String per100(int hits, int commits) {
        return commits == 0 ? "0" : String.format(Locale.ROOT, "%.1f", 100.0 * hits / commits);
    }

    private static String severities(Backtest.Hits hits) {
        List<String> parts = new ArrayList<>();
        hits.severities().keySet().stream()
                .sorted(Comparator.reverseOrder())
                .forEach((Severity severity) -> parts.add(hits.severities().get(severity) + " " + severity.id()));
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    private static void hit(StringBuilder out, Backtest.Hit hit, Style style) {
        Severity severity = hit.finding().severity();
        out.append("  ").append(hit.commit().sha(), 0, 7).append(' ');
        out.append(Time.point(hit.commit().time()), 0, 10).append(' ');
        out.append(style.of(severity, severity.id())).append(' ');
        out.append(Visible.escape(hit.finding().subject().change().path()));
        out.append(':').append(hit.finding().region().line()).append(' ');
        out.append(Visible.prose(hit.finding().message())).append('\n');
    }
}
