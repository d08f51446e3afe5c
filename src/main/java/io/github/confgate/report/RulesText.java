package io.github.confgate.report;

import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.RuleSheet.Example;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The reports of {@code rules list} and {@code rules explain}. */
public final class RulesText {
    private RulesText() {}

    /** One line a rule, by area. */
    public static String list(List<RuleSheet> sheets, Style style) {
        StringBuilder out = new StringBuilder();
        int width = sheets.stream()
                .mapToInt(sheet -> sheet.id().value().length())
                .max()
                .orElse(0);
        String area = "";
        for (RuleSheet sheet : sorted(sheets)) {
            if (!sheet.area().equals(area)) {
                out.append(out.length() > 0 ? "\n" : "");
                area = sheet.area();
                out.append(style.bold(Visible.escape(area))).append('\n');
            }
            String id = sheet.id().value();
            String severity = sheet.severity().id();
            out.append("  ").append(id).append(" ".repeat(width - id.length() + 2));
            out.append(style.of(sheet.severity(), severity)).append(" ".repeat(10 - severity.length()));
            out.append(Visible.prose(sheet.summary())).append('\n');
        }
        return out.toString();
    }

    /** All that a sheet says. */
    public static String explain(RuleSheet sheet, Style style) {
        StringBuilder out = new StringBuilder();
        out.append(style.of(sheet.severity(), sheet.severity().id() + "[" + sheet.id() + "]"));
        out.append(": ").append(style.bold(Visible.prose(sheet.summary()))).append("\n\n");
        field(out, style, "why", sheet.why());
        field(out, style, "do", sheet.instead());
        field(out, style, "reference", sheet.reference());
        field(out, style, "controls", String.join(", ", sheet.controls()));
        field(out, style, "confidence", sheet.confidence().id());
        field(out, style, "promotion", promotion(sheet));
        for (Example example : sheet.examples()) {
            out.append('\n').append(style.bold("example: " + Visible.prose(example.name())));
            out.append('\n');
            text(out, style, "-", example.before());
            text(out, style, "+", example.after());
            out.append(example.message().isEmpty() ? "" : "  says: " + Visible.prose(example.message()) + "\n");
            example.finds()
                    .forEach(found ->
                            out.append("  finds ").append(Visible.escape(found)).append('\n'));
            out.append(example.finds().isEmpty() ? "  finds nothing\n" : "");
        }
        return out.toString();
    }

    private static List<RuleSheet> sorted(List<RuleSheet> sheets) {
        return sheets.stream()
                .sorted(Comparator.comparing(RuleSheet::area).thenComparing(RuleSheet::id))
                .toList();
    }

    private static String promotion(RuleSheet sheet) {
        String high = sheet.highRisk() ? "; its keys are high-risk: they weigh more when they skip an environment" : "";
        return switch (sheet.kind()) {
            case VALUE -> "does not matter, the value is dangerous anywhere" + high;
            case CHANGE -> "makes it low, once the value is exactly promoted" + high;
            case PROMOTION -> "is what it speaks of" + high;
        };
    }

    private static void field(StringBuilder out, Style style, String name, String text) {
        if (!text.isEmpty()) {
            out.append(style.bold(name + ":")).append(" ".repeat(Math.max(1, 11 - name.length())));
            out.append(Visible.prose(text)).append('\n');
        }
    }

    private static void text(StringBuilder out, Style style, String sign, Map<String, String> files) {
        new TreeMap<>(files).forEach((path, text) -> {
            out.append("  ")
                    .append(style.dim(sign + " " + Visible.escape(path)))
                    .append('\n');
            text.lines().forEach(line -> out.append("  ")
                    .append(style.dim(sign))
                    .append("   ")
                    .append(Visible.escape(line))
                    .append('\n'));
        });
    }
}
