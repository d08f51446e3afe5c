package io.github.confgate.report;

import io.github.confgate.inspection.AuditEntry;
import io.github.confgate.inspection.AuditRequest;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Sha256;
import io.github.confgate.verdict.Decided;
import io.github.confgate.verdict.Decided.Decision;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * An audit as one HTML file for an auditor to read, print and sign: what was looked at and by which policy, the counts,
 * every change that the gate blocks or warns of from {@code medium} up with its evidence, the waivers used and those of no use, and what could
 * not be read. It needs no script and loads nothing; its Content-Security-Policy allows its own style sheet only. Well
 * formed as XML, too.
 *
 * <p>The counts stand first and are known last: what is to be shown is held until then. The same input gives the same bytes.
 */
final class AuditHtml implements AuditReport {
    private static final int MOST_UNREAD = 1000;
    private static final int VALUE = 300;

    private static final String STYLE = """
            body{font:15px/1.45 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
            h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem;border-bottom:1px solid #ccc}
            code{font:13px/1.4 ui-monospace,monospace;overflow-wrap:anywhere;white-space:pre-wrap}
            table{border-collapse:collapse}td,th{text-align:left;vertical-align:top;padding:.15rem .8rem .15rem 0}th{font-weight:600}
            section{border:1px solid #ccc;border-left-width:6px;padding:.2rem .8rem;margin:.8rem 0;break-inside:avoid}
            .blocked{border-left-color:#b00020}.warned{border-left-color:#b26a00}
            .sign td{border-bottom:1px solid #1b1b1b;height:2.5rem;min-width:16rem}
            """;

    private final Consumer<String> out;
    private final List<String> blocked = new ArrayList<>();
    private final List<String> warned = new ArrayList<>();
    private final List<String> waivers = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private int notShown;

    AuditHtml(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void accept(AuditEntry entry) {
        if (entry instanceof AuditEntry.Header header) {
            header(header);
        } else if (entry instanceof AuditEntry.Changed changed) {
            changed(changed);
        } else if (entry instanceof AuditEntry.Noted noted) {
            if (unread.size() < MOST_UNREAD) {
                unread.add(unread(noted));
            } else {
                notShown++;
            }
        } else {
            summary((AuditEntry.Summary) entry);
        }
    }

    private void header(AuditEntry.Header header) {
        AuditRequest request = header.request();
        String hash =
                Base64.getEncoder().encodeToString(Sha256.digest().digest(STYLE.getBytes(StandardCharsets.UTF_8)));
        out.accept("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8"/>
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="referrer" content="no-referrer"/>
                <title>Configuration audit</title>
                <style>%s</style>
                </head>
                <body>
                <h1>Configuration audit</h1>
                <table>
                """.formatted(hash, STYLE));
        row("tip of the mainline", code(header.tip()));
        row("commits of the mainline", String.valueOf(header.commits()));
        row("after commit", request.after() == null ? "the beginning" : code(request.after()));
        row("from", request.since() == null ? "the beginning" : request.since().toString());
        row("before", request.until() == null ? "the tip" : request.until().toString());
        row("environment", request.environment() == null ? "all" : code(request.environment()));
        row("policy", code(header.policySource()) + (request.policyAtCommit() ? ", at each commit its own" : ""));
        row("SHA-256 of the policy", code(header.policySha256()));
        row("made by", Tool.NAME + " " + Tool.VERSION);
        out.accept("</table>\n");
    }

    private void changed(AuditEntry.Changed changed) {
        boolean blocks = any(changed, Decision.BLOCK);
        boolean warns = changed.findings().stream()
                .anyMatch(each -> each.decision() == Decision.WARN
                        && each.finding().severity().atLeast(Severity.MEDIUM));
        if (blocks || warns) {
            (blocks ? blocked : warned).add(HtmlChange.of(changed, blocks ? "blocked" : "warned"));
        }
        for (Decided decided : changed.findings()) {
            if (decided.decision() == Decision.WAIVED) {
                waivers.add(waiver(changed, decided));
            }
        }
    }

    private static boolean any(AuditEntry.Changed changed, Decision decision) {
        return changed.findings().stream().anyMatch(each -> each.decision() == decision);
    }

    private void summary(AuditEntry.Summary summary) {
        out.accept("<h2>Counts</h2>\n<table>\n");
        row("commits that change configuration", String.valueOf(summary.commits()));
        row("commits that the gate blocks", String.valueOf(summary.blocked()));
        row("changed keys", String.valueOf(summary.changes()));
        for (Severity severity :
                List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFO)) {
            row(severity.id() + " findings", String.valueOf(summary.findings().getOrDefault(severity, 0)));
        }
        row("waived findings", String.valueOf(summary.waived()));
        row("files or values that could not be read", String.valueOf(summary.diagnostics()));
        summary.promotions().forEach((status, count) -> row("promotion " + status.id(), String.valueOf(count)));
        summary.environments().forEach((name, count) -> row("changes of " + code(name), String.valueOf(count)));
        out.accept("</table>\n");
        list("Blocked changes", "no change is blocked", blocked);
        list("Warned changes, from medium up", "none", warned);
        list("Waivers used", "none", waivers);
        list(
                "Waivers that are over, do not count or accept nothing",
                "none",
                summary.waivers().stream().map(AuditHtml::waiver).toList());
        if (summary.waiversLeftOut() > 0) {
            out.accept("<p>There are " + summary.waiversLeftOut() + " more.</p>\n");
        }
        list("Coverage: what could not be read", "everything was read", unread);
        if (notShown > 0) {
            out.accept("<p>" + notShown + " more are in -f jsonl.</p>\n");
        }
        out.accept("""
                <h2>Signature</h2>
                <table class="sign">
                <tr><th>name</th><td></td></tr>
                <tr><th>date</th><td></td></tr>
                <tr><th>signature</th><td></td></tr>
                </table>
                </body>
                </html>
                """);
    }

    private void list(String title, String none, List<String> pieces) {
        out.accept("<h2>" + title + ": " + pieces.size() + "</h2>\n");
        out.accept(pieces.isEmpty() ? "<p>" + none + "</p>\n" : "");
        pieces.forEach(out);
    }

    private void row(String name, String cell) {
        out.accept(HtmlChange.row(name, cell));
    }

    private static String waiver(AuditEntry.Changed changed, Decided decided) {
        return "<p>" + code(decided.finding().rule().value()) + " at " + HtmlChange.place(changed) + ", commit "
                + code(changed.commit().shortSha()) + ", accepted: "
                + Markup.escape(Accepted.of(decided).words()) + "</p>\n";
    }

    private static String waiver(AuditEntry.AboutWaiver about) {
        Finding finding = about.finding();
        return "<p>" + finding.severity().id() + " " + code(finding.rule().value()) + " at "
                + code(Visible.shorten(finding.subject().change().path(), VALUE) + ":"
                        + finding.region().line())
                + ", commit " + code(about.commit().shortSha()) + ": "
                + Markup.escape(Visible.shorten(finding.message(), VALUE)) + "</p>\n";
    }

    private static String unread(AuditEntry.Noted noted) {
        Diagnostic diagnostic = noted.diagnostic();
        String line = diagnostic.line() > 0 ? ":" + diagnostic.line() : "";
        String path = Visible.shorten(diagnostic.path(), VALUE) + line;
        return "<p>commit " + code(noted.commit().shortSha()) + (path.isEmpty() ? "" : ", " + code(path)) + ": "
                + diagnostic.kind().id() + ", " + Markup.escape(Visible.shorten(diagnostic.message(), VALUE))
                + "</p>\n";
    }

    private static String code(String text) {
        return HtmlChange.code(text);
    }
}
