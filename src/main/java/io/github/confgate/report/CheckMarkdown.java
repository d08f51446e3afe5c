package io.github.confgate.report;

import io.github.confgate.inspection.Inspection;
import io.github.confgate.rule.Finding;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.verdict.Decided;
import io.github.confgate.verdict.Decided.Decision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The report of {@code check} for a pull request: the comment, and the summary of a step. The verdict comes first, then
 * what blocks, one block for each change; the rest is folded. It stays below what GitHub takes (65,536 characters) with
 * room for a caller's own words; of too much the least dangerous is left out, and that is said.
 */
public final class CheckMarkdown {
    /** How every report begins; by it a forge finds its comment again. */
    public static final String MARKER = "<!-- confgate";

    private static final int LIMIT = 60_000;
    /** For headings, folds and what is said of parts left out. */
    private static final int FRAMES = 2_000;

    private static final int REASONS = 20;
    private static final int TEXT = 300;

    private final Inspection inspection;
    private final List<Groups.Group> groups;
    private int room;

    private CheckMarkdown(Inspection inspection) {
        this.inspection = inspection;
        this.groups = Groups.of(inspection);
    }

    /** The report with {@code <!-- confgate -->} as its first line. */
    public static String write(Inspection inspection) {
        return write(inspection, "");
    }

    /** @param id tells several comments on one pull request apart: a workflow's or a folder's name; may be empty */
    public static String write(Inspection inspection, String id) {
        return marker(id) + "\n" + new CheckMarkdown(inspection).write();
    }

    /** The first line of a report with an id. Whatever an id may not hold becomes a hyphen. */
    public static String marker(String id) {
        return id.isEmpty() ? MARKER + " -->" : MARKER + ":" + id.replaceAll("[^A-Za-z0-9._]+", "-") + " -->";
    }

    private String write() {
        String head = verdict();
        room = LIMIT - FRAMES - head.length();
        Set<String> said = new HashSet<>();
        Part blocked = fill(pieces(Decision.BLOCK, group -> MarkdownFinding.block(group, said)));
        Part unread = fill(
                inspection.diagnostics().stream().map(CheckMarkdown::unread).toList());
        Part waivers = fill(waivers());
        Part warnings = fill(pieces(Decision.WARN, MarkdownFinding::item));
        Part changes = fill(MarkdownChanges.rows(inspection));
        StringBuilder out = new StringBuilder(head);
        section(out, "\n### Blocked\n", blocked, "blocking change", "");
        fold(out, Summary.count(warnings.all(), "change") + " with warnings", warnings);
        String hint = Hints.of(inspection, Style.PLAIN);
        out.append(hint.isEmpty() ? "" : "\n" + Markdown.text(hint.strip()) + "\n");
        fold(out, "All changes, by environment: " + inspection.changes().size(), changes);
        section(out, "\n### Waivers used\n\n", waivers, "waiver", "");
        section(out, "\n### Not read\n\n", unread, "diagnostic", "");
        return out.toString();
    }

    private String verdict() {
        String[] summary = Summary.of(inspection, Style.PLAIN).split(": ", 2);
        String sign =
                switch (inspection.verdict()) {
                    case PASS -> "✅";
                    case BLOCK -> "⛔";
                    case UNDETERMINED -> "❓";
                };
        StringBuilder out = new StringBuilder();
        out.append(sign)
                .append(" **confgate: ")
                .append(summary[0])
                .append("** - ")
                .append(summary[1]);
        out.append('\n');
        List<String> reasons = inspection.undetermined();
        if (!reasons.isEmpty()) {
            out.append("\nWhat cannot be judged does not pass:\n\n");
        }
        for (String reason : reasons.subList(0, Math.min(REASONS, reasons.size()))) {
            out.append("- ")
                    .append(Markdown.text(Visible.shorten(reason, TEXT)))
                    .append('\n');
        }
        out.append(reasons.size() > REASONS ? "- and " + (reasons.size() - REASONS) + " more\n" : "");
        return out.toString();
    }

    /** What fits of a section, how many pieces it had and how many of them are left out. */
    private record Part(String text, int all, int leftOut) {}

    /** The room goes to what is asked for first. */
    private Part fill(List<String> pieces) {
        StringBuilder text = new StringBuilder();
        int told = 0;
        for (String piece : pieces) {
            if (piece.length() > room) {
                break;
            }
            text.append(piece);
            room -= piece.length();
            told++;
        }
        return new Part(text.toString(), pieces.size(), pieces.size() - told);
    }

    private interface Writer {
        String write(Groups.Group group);
    }

    private List<String> pieces(Decision decision, Writer writer) {
        Predicate<Groups.Group> wanted = group -> group.lead().decision() == decision;
        return groups.stream().filter(wanted).map(writer::write).toList();
    }

    private List<String> waivers() {
        List<String> pieces = new ArrayList<>();
        long before = Groups.decided(inspection, Decision.BASELINE);
        if (before > 0) {
            pieces.add("- " + Summary.count(before, "finding") + " in the baseline\n");
        }
        for (Decided decided : Groups.strongestFirst(inspection)) {
            if (decided.decision() == Decision.WAIVED) {
                Finding finding = decided.finding();
                pieces.add("- " + finding.severity().id() + " "
                        + Markdown.code(finding.rule().value()) + " at "
                        + MarkdownFinding.place(finding) + ", accepted: "
                        + Markdown.text(Accepted.of(decided).words()) + "\n");
            }
        }
        return pieces;
    }

    private static String unread(Diagnostic diagnostic) {
        String line = diagnostic.line() > 0 ? ":" + diagnostic.line() : "";
        String place = diagnostic.path().isEmpty()
                ? ""
                : Markdown.code(Visible.shorten(diagnostic.path(), TEXT) + line) + ": ";
        return "- " + place + Markdown.text(Visible.shorten(diagnostic.message(), TEXT)) + "\n";
    }

    private static void section(StringBuilder out, String title, Part part, String noun, String end) {
        if (part.all() == 0) {
            return;
        }
        out.append(title).append(part.text());
        if (part.leftOut() > 0) {
            out.append("\n").append(Summary.count(part.leftOut(), "more " + noun));
            out.append(" left out here for want of room; `-f json` tells all.\n");
        }
        out.append(end);
    }

    private static void fold(StringBuilder out, String summary, Part part) {
        String title = "\n<details>\n<summary>" + summary + "</summary>\n\n";
        section(out, title, part, "row", "\n</details>\n");
    }
}
