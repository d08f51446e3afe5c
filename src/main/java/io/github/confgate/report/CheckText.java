package io.github.confgate.report;

import io.github.confgate.inspection.Inspection;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.verdict.Decided;
import io.github.confgate.verdict.Decided.Decision;
import io.github.confgate.verdict.Verdict;
import io.github.confgate.verdict.Waiver;
import java.util.HashSet;
import java.util.Set;

/** The report of {@code check} for people, in the manner of a compiler. */
public final class CheckText {
    private static final int MESSAGE = 300;

    private final Inspection inspection;
    private final Style style;
    private final StringBuilder out = new StringBuilder();

    private CheckText(Inspection inspection, Style style) {
        this.inspection = inspection;
        this.style = style;
    }

    /** The whole report; empty when it is to be quiet and the verdict is pass. */
    public static String write(Inspection inspection, Style style) {
        return new CheckText(inspection, style).write();
    }

    private String write() {
        if (style.isQuiet() && inspection.verdict() == Verdict.PASS) {
            return "";
        }
        Set<String> said = new HashSet<>();
        boolean blockBefore = false;
        for (Groups.Group group : Groups.of(inspection)) {
            Decided lead = group.lead();
            boolean inFull = isInFull(lead);
            if (out.length() > 0 && (inFull || blockBefore)) {
                out.append('\n');
            }
            if (inFull) {
                FindingBlock.write(out, group, style, said);
            } else {
                group.findings().forEach(this::oneLine);
            }
            blockBefore = inFull;
        }
        if (blockBefore) {
            out.append('\n');
        }
        if (!style.isQuiet()) {
            inspection.diagnostics().forEach(diagnostic -> diagnostic(out, diagnostic, style));
            out.append(Hints.of(inspection, style));
        }
        for (String reason : inspection.undetermined()) {
            out.append(style.bad("undetermined")).append(": ").append(Visible.escape(reason));
            out.append('\n');
        }
        return out.append(Summary.of(inspection, style)).append('\n').toString();
    }

    private boolean isInFull(Decided lead) {
        if (style.isQuiet() || !Groups.isOpen(lead)) {
            return false;
        }
        return style.isVerbose() || Groups.severity(lead).atLeast(Severity.MEDIUM);
    }

    private void oneLine(Decided decided) {
        boolean told = style.isQuiet()
                ? decided.decision() == Decision.BLOCK
                : decided.decision() != Decision.BASELINE || style.isVerbose();
        if (!told) {
            return;
        }
        Finding finding = decided.finding();
        out.append(label(decided, style)).append(": ").append(message(finding));
        out.append(style.dim("  " + place(finding))).append('\n');
    }

    /** {@code high[rule-id]}, with a word in front where somebody has accepted it. */
    static String label(Decided decided, Style style) {
        Finding finding = decided.finding();
        String label = finding.severity().id() + "[" + finding.rule() + "]";
        if (Groups.isOpen(decided)) {
            return style.of(finding.severity(), label);
        }
        Waiver waiver = decided.waiver();
        String why = "";
        if (waiver != null) {
            why = waiver.by().isEmpty() ? "" : " by " + Visible.escape(waiver.by());
            why += " (" + Visible.shorten(waiver.reason(), MESSAGE);
            why += (waiver.expires() == null ? "" : ", until " + waiver.expires()) + ")";
        }
        return style.dim(decided.decision().id() + why + " " + label);
    }

    static String message(Finding finding) {
        return Visible.shorten(finding.message(), MESSAGE);
    }

    static String place(Finding finding) {
        return Visible.escape(finding.subject().change().path()) + ":"
                + finding.region().line() + ":" + finding.region().column();
    }

    static void diagnostic(StringBuilder out, Diagnostic diagnostic, Style style) {
        out.append(style.frame("diagnostic[" + diagnostic.kind().id() + "]")).append(": ");
        if (!diagnostic.path().isEmpty()) {
            out.append(Visible.escape(diagnostic.path()));
            out.append(diagnostic.line() > 0 ? ":" + diagnostic.line() : "").append(": ");
        }
        out.append(Visible.shorten(diagnostic.message(), MESSAGE)).append('\n');
    }
}
