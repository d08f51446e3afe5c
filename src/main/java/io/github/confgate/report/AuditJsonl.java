package io.github.confgate.report;

import io.github.confgate.fact.Facts;
import io.github.confgate.inspection.AuditEntry;
import io.github.confgate.inspection.AuditRequest;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Severity;
import io.github.confgate.verdict.Decided;
import io.github.confgate.verdict.Waiver;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The report of {@code audit} for programs, a JSON object a line: {@code confgate.audit/1}. */
public final class AuditJsonl {
    private AuditJsonl() {}

    /** The line of an entry, without the line's end. */
    public static String line(AuditEntry entry) {
        JsonWriter json = JsonWriter.onOneLine();
        if (entry instanceof AuditEntry.Header header) {
            header(json, header);
        } else if (entry instanceof AuditEntry.Changed changed) {
            changed(json, changed);
        } else if (entry instanceof AuditEntry.Noted noted) {
            json.beginObject()
                    .member("type", "diagnostic")
                    .member("commit", noted.commit().sha());
            json.member("path", noted.diagnostic().path());
            json.member("line", noted.diagnostic().line());
            json.member("kind", noted.diagnostic().kind().id());
            json.member("message", noted.diagnostic().message()).endObject();
        } else {
            summary(json, (AuditEntry.Summary) entry);
        }
        return json.text().stripTrailing();
    }

    private static void header(JsonWriter json, AuditEntry.Header header) {
        AuditRequest request = header.request();
        json.beginObject().member("type", "header").member("schema", "confgate.audit/1");
        json.name("tool").beginObject();
        json.member("name", Tool.NAME).member("version", Tool.VERSION).endObject();
        json.name("range").beginObject();
        json.member("after", request.after()).member("head", header.tip());
        json.member("since", text(request.since())).member("until", text(request.until()));
        json.member("environment", request.environment()).endObject();
        json.member("commits", header.commits());
        json.name("policy").beginObject();
        json.member("source", header.policySource()).member("sha256", header.policySha256());
        json.member("atCommit", request.policyAtCommit()).endObject().endObject();
    }

    private static void changed(JsonWriter json, AuditEntry.Changed changed) {
        Facts facts = changed.facts();
        json.beginObject()
                .member("type", "change")
                .member("commit", changed.commit().sha());
        json.member("parent", changed.parent());
        json.member("committed", changed.commit().time().toString());
        json.member("author", changed.commit().author());
        CheckJson.what(json, facts);
        CheckJson.promotion(json, facts.promotion());
        json.name("rules").beginArray();
        changed.findings().forEach(each -> json.value(each.finding().rule().value()));
        json.endArray();
        json.member("severity", severity(changed.findings()));
        CheckJson.waiver(json.name("waiver"), waiver(changed.findings()));
        json.endObject();
    }

    private static void summary(JsonWriter json, AuditEntry.Summary summary) {
        json.beginObject().member("type", "summary").member("commits", summary.commits());
        json.member("blocked", summary.blocked()).member("changes", summary.changes());
        json.name("findings").beginObject();
        for (Severity severity :
                List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFO)) {
            json.member(severity.id(), summary.findings().getOrDefault(severity, 0));
        }
        json.endObject().member("waived", summary.waived()).member("diagnostics", summary.diagnostics());
        json.name("promotions").beginObject();
        summary.promotions().forEach((status, count) -> json.member(status.id(), count));
        json.endObject().name("environments").beginObject();
        summary.environments().forEach(json::member);
        json.endObject().name("waivers").beginArray();
        summary.waivers().forEach(each -> waiver(json, each));
        json.endArray().member("waiversLeftOut", summary.waiversLeftOut()).endObject();
    }

    private static void waiver(JsonWriter json, AuditEntry.AboutWaiver about) {
        Finding finding = about.finding();
        json.beginObject().member("commit", about.commit().sha());
        json.member("rule", finding.rule().value())
                .member("severity", finding.severity().id());
        json.member("path", finding.subject().change().path())
                .member("line", finding.region().line());
        json.member("message", finding.message()).endObject();
    }

    /** The highest of the findings that are not accepted, else of all; null where there is none. */
    static @Nullable String severity(List<Decided> findings) {
        return findings.stream()
                .map(each -> each.finding().severity())
                .max(Severity::compareTo)
                .map(Severity::id)
                .orElse(null);
    }

    /** The waiver of the strongest finding that has one. */
    static @Nullable Waiver waiver(List<Decided> findings) {
        return findings.stream()
                .filter(each -> each.waiver() != null)
                .map(Decided::waiver)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    static String kind(Facts facts) {
        return facts.change().kind().name().toLowerCase(Locale.ROOT);
    }
}
