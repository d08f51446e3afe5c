package io.github.confgate.report;

import io.github.confgate.change.Change;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.fact.Radius;
import io.github.confgate.fact.Reader;
import io.github.confgate.inspection.Inspection;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Location;
import io.github.confgate.source.Range;
import io.github.confgate.source.Region;
import io.github.confgate.verdict.Decided;
import io.github.confgate.verdict.Decided.Decision;
import io.github.confgate.verdict.Waiver;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The report of {@code check} for programs: {@code confgate.check/1}, described by {@code check.schema.json}. */
public final class CheckJson {
    private CheckJson() {}

    public static String write(Inspection inspection) {
        JsonWriter json = new JsonWriter();
        json.beginObject().member("schema", "confgate.check/1");
        head(json, inspection.range());
        json.name("policy").beginObject();
        json.member("source", inspection.policySource()).member("sha256", inspection.policySha256());
        json.endObject();
        json.member("verdict", inspection.verdict().id());
        summary(json, inspection);
        json.name("changes").beginArray();
        inspection.changes().forEach(change -> change(json, change));
        json.endArray();
        json.name("findings").beginArray();
        inspection.findings().forEach(decided -> finding(json, decided));
        json.endArray();
        tail(json, inspection);
        return json.endObject().text();
    }

    /** Who wrote this, about what; every JSON report begins with it. */
    static void head(JsonWriter json, Range range) {
        json.name("tool").beginObject();
        json.member("name", Tool.NAME).member("version", Tool.VERSION).endObject();
        json.name("range").beginObject();
        json.member("base", range.base().label());
        json.member("head", range.head().label());
        json.member("mergeBase", range.mergeBase().label()).endObject();
    }

    /** What was not read; every JSON report ends with it. */
    static void tail(JsonWriter json, Inspection inspection) {
        json.name("diagnostics").beginArray();
        for (Diagnostic diagnostic : inspection.diagnostics()) {
            json.beginObject().member("path", diagnostic.path()).member("line", diagnostic.line());
            json.member("kind", diagnostic.kind().id())
                    .member("message", diagnostic.message())
                    .endObject();
        }
        json.endArray();
        Inspection.Coverage coverage = inspection.coverage();
        json.name("coverage").beginObject();
        json.member("files", coverage.files()).member("parsed", coverage.parsed());
        json.member("unparsed", coverage.unparsed()).member("unmapped", coverage.unmapped());
        json.member("templates", coverage.templates())
                .member("encrypted", coverage.encrypted())
                .endObject();
    }

    private static void summary(JsonWriter json, Inspection inspection) {
        json.name("summary")
                .beginObject()
                .member("changes", inspection.changes().size());
        json.name("findings").beginObject();
        for (Severity severity :
                List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFO)) {
            json.member(severity.id(), Groups.open(inspection, severity));
        }
        json.endObject().member("waived", Groups.decided(inspection, Decision.WAIVED));
        json.member("diagnostics", inspection.diagnostics().size()).endObject();
    }

    private static void change(JsonWriter json, Inspection.Inspected inspected) {
        Facts facts = inspected.facts();
        json.beginObject().member("id", inspected.id());
        what(json, facts);
        promotion(json, facts.promotion());
        json.name("readers").beginArray();
        facts.readers().forEach(reader -> reader(json, reader));
        json.endArray();
        if (!facts.readers().isEmpty()) {
            Radius radius = Radius.of(facts.readers());
            json.name("radius").beginObject().member("readers", radius.readers());
            json.member("classes", radius.classes())
                    .member("modules", radius.modules())
                    .endObject();
        }
        json.endObject();
    }

    private static void reader(JsonWriter json, Reader reader) {
        json.beginObject().member("path", reader.location().path());
        json.member("line", reader.location().region().line());
        json.member("timeout", reader.timeout().id());
        json.member("class", reader.owner()).member("key", reader.key());
        json.member("type", reader.type().isEmpty() ? null : reader.type());
        Reader.Fallback fallback = reader.fallback();
        json.member("default", fallback == null ? null : fallback.shown());
        json.member("required", reader.required());
        Reader.Wait waits = reader.waits();
        json.member("client", waits.client().isEmpty() ? null : waits.client());
        json.member("limit", waits.limit().isEmpty() ? null : waits.limit());
        json.member("repository", reader.repository().isEmpty() ? null : reader.repository())
                .endObject();
    }

    /** What changed from what to what. */
    static void what(JsonWriter json, Facts facts) {
        Change change = facts.change();
        json.member("kind", change.kind().name().toLowerCase(Locale.ROOT)).member("path", change.path());
        json.member("line", change.region().line())
                .member("column", change.region().column());
        json.member("key", change.key().toString()).member("environment", name(facts.environment()));
        json.name("reaches").beginArray();
        facts.reaches().forEach(environment -> json.value(environment.name()));
        json.endArray();
        json.member("old", facts.shown().old()).member("new", facts.shown().now());
        json.member("secret", facts.shown().secret()).member("spelling", change.isSpelling());
    }

    static void promotion(JsonWriter json, Promotion promotion) {
        json.name("promotion").beginObject();
        json.member("status", promotion.status().id()).member("from", name(promotion.from()));
        json.member(
                "match", promotion.match() == null ? null : promotion.match().id());
        CommitInfo commit = promotion.commit();
        json.member("commit", commit == null ? null : commit.sha());
        json.member("since", commit == null ? null : commit.time().toString());
        if (promotion.soak() == null) {
            json.member("soakSeconds", null);
        } else {
            json.member("soakSeconds", promotion.soak().toSeconds());
        }
        json.member(
                "restores",
                promotion.restores() == null ? null : promotion.restores().sha());
        Location elsewhere = promotion.elsewhere();
        json.member("elsewhere", elsewhere == null ? null : elsewhere.path()).endObject();
    }

    private static void finding(JsonWriter json, Decided decided) {
        Finding finding = decided.finding();
        Region region = finding.region();
        json.beginObject().member("fingerprint", decided.fingerprint());
        json.member("rule", finding.rule().value())
                .member("severity", finding.severity().id());
        json.member("confidence", finding.confidence().id()).member("message", finding.message());
        json.member("path", finding.subject().change().path());
        json.member("line", region.line()).member("column", region.column());
        json.member("endLine", region.endLine()).member("endColumn", region.endColumn());
        json.member("key", finding.subject().change().key().toString());
        json.member("environment", name(finding.subject().environment())).member("change", decided.change());
        json.name("related").beginArray();
        for (Finding.Related related : finding.related()) {
            Location location = related.location();
            json.beginObject().member("path", location.path());
            json.member("line", location.region().line());
            json.member("revision", location.revision().label())
                    .member("message", related.message())
                    .endObject();
        }
        json.endArray().member("why", finding.sheet().why().strip());
        json.member("instead", finding.sheet().instead().strip());
        json.member("decision", decided.decision().id());
        waiver(json.name("waiver"), decided.waiver());
        json.endObject();
    }

    static void waiver(JsonWriter json, @Nullable Waiver waiver) {
        if (waiver == null) {
            json.value((String) null);
            return;
        }
        json.beginObject().member("source", waiver.source().id());
        json.member("by", waiver.by()).member("reason", waiver.reason()).member("ticket", waiver.ticket());
        json.member(
                        "expires",
                        waiver.expires() == null ? null : waiver.expires().toString())
                .endObject();
    }

    static @Nullable String name(@Nullable Environment environment) {
        return environment == null ? null : environment.name();
    }
}
