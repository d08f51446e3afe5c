package io.github.confgate.report;

import io.github.confgate.rule.RuleSheet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The catalogue of rules: {@code rules list --format markdown}. */
public final class RulesMarkdown {

    private RulesMarkdown() {}

    /** A table of contents by area, then what each rule finds, why, and what to do instead. */
    public static String write(List<RuleSheet> sheets) {
        List<RuleSheet> sorted = sheets.stream()
                .sorted(Comparator.comparing(RuleSheet::area).thenComparing(RuleSheet::id))
                .toList();
        StringBuilder out = new StringBuilder("# Rules\n\n");
        out.append(sorted.size()).append(" rules. `confgate rules explain ID` shows the examples of one.\n");
        String area = "";
        for (RuleSheet sheet : sorted) {
            if (!sheet.area().equals(area)) {
                area = sheet.area();
                out.append("\n| ").append(area).append(" | severity | finds |\n| --- | --- | --- |\n");
            }
            String id = sheet.id().value();
            out.append("| [").append(id).append("](#").append(id).append(") | ");
            out.append(sheet.severity().id())
                    .append(" | ")
                    .append(prose(sheet, sheet.summary()))
                    .append(" |\n");
        }
        out.append(sorted.stream().map(RulesMarkdown::rule).collect(Collectors.joining()));
        return out.toString();
    }

    private static String rule(RuleSheet sheet) {
        StringBuilder out = new StringBuilder();
        out.append("\n## ").append(sheet.id().value()).append("\n\n");
        out.append("Finds: ").append(prose(sheet, sheet.summary())).append(".\n\n");
        out.append(prose(sheet, sheet.why())).append("\n\n");
        out.append("Instead: ").append(prose(sheet, sheet.instead())).append("\n\n");
        out.append("Severity ").append(severity(sheet)).append(", confidence ");
        out.append(sheet.confidence().id()).append('.');
        out.append(sheet.highRisk() ? " Its keys are high-risk." : "");
        out.append(
                sheet.controls().isEmpty()
                        ? ""
                        : " Controls: " + prose(sheet, String.join(", ", sheet.controls())) + ".");
        return out.append(reference(sheet)).append('\n').toString();
    }

    private static String severity(RuleSheet sheet) {
        return switch (sheet.kind()) {
            case VALUE -> sheet.severity().id() + " wherever the value has been";
            case CHANGE -> sheet.severity().id() + ", low once the value is promoted";
            case PROMOTION -> "by where the value has been";
        };
    }

    private static String reference(RuleSheet sheet) {
        String reference = sheet.reference();
        boolean link = reference.startsWith("https://")
                && reference.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>' || c > '~');
        return link ? " See <" + reference + ">." : "";
    }

    /** Built-in sheets are written for this; a team's own come from its repository. */
    private static String prose(RuleSheet sheet, String text) {
        return sheet.isOwn() ? Markdown.text(text) : text.replace("|", "\\|");
    }
}
