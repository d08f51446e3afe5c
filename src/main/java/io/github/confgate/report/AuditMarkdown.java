package io.github.confgate.report;

import io.github.confgate.inspection.AuditEntry;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.verdict.Decided;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** An audit for people to read: the counts, and the changes that the gate blocks or warns of most. */
final class AuditMarkdown implements AuditReport {
    private static final int MOST = 200;
    private static final int VALUE = 60;

    private final Consumer<String> out;
    private final List<Row> rows = new ArrayList<>();
    private int leftOut;

    private record Row(AuditEntry.Changed changed, Decided strongest) {
        Severity severity() {
            return strongest.finding().severity();
        }
    }

    AuditMarkdown(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void accept(AuditEntry entry) {
        if (entry instanceof AuditEntry.Header header) {
            out.accept("# Configuration changes up to " + header.tip().substring(0, 7) + "\n\n");
            out.accept("Mainline of " + header.commits() + " commits; policy " + Markdown.code(header.policySource())
                    + ".\n");
        } else if (entry instanceof AuditEntry.Changed changed) {
            changed.findings().stream()
                    .max(Comparator.comparing(each -> each.finding().severity()))
                    .filter(each -> each.finding().severity().atLeast(Severity.MEDIUM))
                    .ifPresent(each -> add(new Row(changed, each)));
        } else if (entry instanceof AuditEntry.Summary summary) {
            summary(summary);
        }
    }

    /** Of too many the mildest go, of those the oldest. */
    private void add(Row row) {
        rows.add(row);
        if (rows.size() > 2 * MOST) {
            keepStrongest();
        }
    }

    private void keepStrongest() {
        List<Row> strongest = rows.stream()
                .sorted(Comparator.comparing(Row::severity).reversed())
                .limit(MOST)
                .toList();
        leftOut += rows.size() - strongest.size();
        rows.retainAll(strongest);
    }

    private void summary(AuditEntry.Summary summary) {
        out.accept("\n| | |\n| --- | --- |\n");
        row("commits that change configuration", summary.commits());
        row("commits that the gate blocks", summary.blocked());
        row("changed keys", summary.changes());
        row("waived findings", summary.waived());
        row("files or values that could not be read", summary.diagnostics());
        section("Findings", "severity");
        for (Severity severity :
                List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFO)) {
            row(severity.id(), summary.findings().getOrDefault(severity, 0));
        }
        section("Where values have been", "promotion");
        summary.promotions().forEach((status, count) -> row(status.id(), count));
        section("Where they went", "environment");
        summary.environments().forEach((name, count) -> row(Markdown.code(name), count));
        waivers(summary);
        if (rows.size() > MOST) {
            keepStrongest();
        }
        if (rows.isEmpty()) {
            return;
        }
        out.accept("""

                ## Strongest findings

                | when | commit | severity | what | where |
                | --- | --- | --- | --- | --- |
                """);
        rows.stream().sorted(Comparator.comparing(Row::severity).reversed()).forEach(each -> out.accept(text(each)));
        if (leftOut > 0) {
            out.accept("\n" + leftOut + " milder ones are left out.\n");
        }
    }

    private void waivers(AuditEntry.Summary summary) {
        if (summary.waivers().isEmpty()) {
            return;
        }
        out.accept("""

                ## Waivers that are over, do not count or accept nothing

                | when | commit | severity | what | where |
                | --- | --- | --- | --- | --- |
                """);
        summary.waivers().stream().limit(MOST).forEach(each -> out.accept(text(each.commit(), each.finding(), "")));
        int more = summary.waivers().size() + summary.waiversLeftOut() - MOST;
        if (more > 0) {
            out.accept("\n" + more + " more are left out.\n");
        }
    }

    private static String text(Row row) {
        String key = Markdown.code(
                Visible.shorten(row.changed().facts().change().key().toString(), VALUE));
        return text(row.changed().commit(), row.strongest().finding(), " " + key);
    }

    private static String text(CommitInfo commit, Finding finding, String key) {
        return Markdown.row(
                Time.point(commit.time()),
                commit.shortSha(),
                finding.severity().id(),
                Markdown.text(Visible.shorten(finding.message(), 4 * VALUE)),
                Markdown.code(Visible.shorten(
                                finding.subject().change().path() + ":"
                                        + finding.subject().change().region().line(),
                                2 * VALUE))
                        + key);
    }

    private void section(String title, String column) {
        out.accept("\n## " + title + "\n\n| " + column + " | |\n| --- | --- |\n");
    }

    private void row(String name, int count) {
        out.accept(Markdown.row(name, String.valueOf(count)));
    }
}
