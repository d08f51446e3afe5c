package io.github.confgate.report;

import io.github.confgate.inspection.Inspection;
import io.github.confgate.rule.Finding;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.verdict.Decided;
import io.github.confgate.verdict.Decided.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The report of {@code check} as JUnit XML: a test case for each change, in a class for each environment, so that CI
 * systems list what is gated by environment and a reader sees which key fails. A test fails when its change blocks, is
 * skipped when what was found is accepted, and else passes, warnings in its output. What could not be judged is an error
 * in a test case of its own.
 */
public final class CheckJunit {
    private static final int TEXT = 500;
    private static final int NAME = 200;

    private final Inspection inspection;
    private final StringBuilder cases = new StringBuilder();
    private int tests;
    private int failures;
    private int errors;
    private int skipped;

    private CheckJunit(Inspection inspection) {
        this.inspection = inspection;
    }

    public static String write(Inspection inspection) {
        return new CheckJunit(inspection).write();
    }

    private String write() {
        Map<String, Groups.Group> byChange = new HashMap<>();
        List<Groups.Group> others = new ArrayList<>();
        for (Groups.Group group : Groups.of(inspection)) {
            if (group.change().id().isEmpty()) {
                others.add(group);
            } else {
                byChange.put(group.change().id(), group);
            }
        }
        inspection.undetermined().forEach(this::undetermined);
        others.forEach(group -> judged(group.change(), group));
        for (Inspection.Inspected change : inspection.changes()) {
            Groups.Group group = byChange.get(change.id());
            if (group == null) {
                begin(change);
                cases.append("/>\n");
            } else {
                judged(change, group);
            }
        }
        String counts = " tests=\"" + tests + "\" failures=\"" + failures + "\" errors=\"" + errors + "\"";
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<testsuites name=\"confgate\"").append(counts).append(" time=\"0\">\n");
        out.append("  <testsuite name=\"confgate\"").append(counts);
        out.append(" skipped=\"").append(skipped).append("\" time=\"0\">\n").append(cases);
        if (!inspection.diagnostics().isEmpty()) {
            out.append("    <system-err>");
            inspection.diagnostics().forEach(diagnostic -> out.append(line(diagnostic)));
            out.append("</system-err>\n");
        }
        return out.append("  </testsuite>\n</testsuites>\n").toString();
    }

    private void undetermined(String reason) {
        tests++;
        errors++;
        cases.append("    <testcase classname=\"confgate\" name=\"can be judged\" time=\"0\">\n");
        cases.append("      <error type=\"undetermined\" message=\"");
        cases.append(Markup.escape(Visible.shorten(reason, TEXT))).append("\"/>\n    </testcase>\n");
    }

    private void judged(Inspection.Inspected change, Groups.Group group) {
        Finding finding = group.lead().finding();
        String rule = "type=\"" + finding.rule() + "\" message=\"";
        begin(change);
        cases.append(">\n");
        if (group.lead().decision() == Decision.BLOCK) {
            failures++;
            cases.append("      <failure ")
                    .append(rule)
                    .append(message(finding))
                    .append("\">");
            cases.append(body(group)).append("</failure>\n");
        } else if (Groups.isOpen(group.lead())) {
            cases.append("      <system-out>").append(body(group)).append("</system-out>\n");
        } else {
            skipped++;
            cases.append("      <skipped ").append(rule).append("accepted: ");
            cases.append(Markup.escape(Accepted.of(group.lead()).words())).append("\">");
            cases.append(body(group)).append("</skipped>\n");
        }
        cases.append("    </testcase>\n");
    }

    /** The line stays out of the name: CI systems know a test again by it. */
    private void begin(Inspection.Inspected change) {
        tests++;
        String path = change.facts().change().path();
        String where = Changes.where(List.of(change.facts())).replace('.', '_');
        String key = Changes.key(change.facts().change().key(), NAME);
        cases.append("    <testcase classname=\"confgate.").append(Markup.escape(Visible.shorten(where, NAME)));
        cases.append("\" name=\"").append(Markup.escape(key + " (" + Visible.shorten(path, NAME) + ")"));
        cases.append("\" file=\"").append(Markup.escape(path)).append("\" line=\"");
        cases.append(change.facts().change().region().line()).append("\" time=\"0\"");
    }

    private static String body(Groups.Group group) {
        StringBuilder out = new StringBuilder();
        for (Decided decided : group.findings()) {
            Finding finding = decided.finding();
            out.append(Markup.escape(CheckText.label(decided, Style.PLAIN))).append(": ");
            out.append(message(finding)).append('\n');
        }
        Finding lead = group.lead().finding();
        out.append("at: ").append(Markup.escape(CheckText.place(lead))).append('\n');
        out.append("why: ")
                .append(Markup.escape(Visible.prose(lead.sheet().why())))
                .append('\n');
        return out.append("do: ")
                .append(Markup.escape(NextStep.of(lead)))
                .append('\n')
                .toString();
    }

    private static String message(Finding finding) {
        return Markup.escape(Visible.shorten(finding.message(), TEXT));
    }

    private static String line(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        CheckText.diagnostic(out, diagnostic, Style.PLAIN);
        return Markup.escape(out.toString().strip()) + "\n";
    }
}
