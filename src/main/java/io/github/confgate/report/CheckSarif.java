package io.github.confgate.report;

import io.github.confgate.inspection.Inspection;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.RuleId;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Location;
import io.github.confgate.source.Region;
import io.github.confgate.verdict.Decided;
import io.github.confgate.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The report of {@code check} as SARIF 2.1.0, within the limits of GitHub code scanning ("SARIF support for code
 * scanning"): one run, relative URIs, lines from 1 on, at most 5,000 results, the most dangerous first.
 *
 * <p>Our fingerprint has a name of its own in {@code partialFingerprints}: {@code primaryLocationLineHash} is for GitHub's
 * upload action to compute, which complains of every value that it has not computed itself. Nothing is said of remotes
 * ({@code versionControlProvenance}), whose addresses may hold credentials.
 */
public final class CheckSarif {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String ROOT = "%SRCROOT%";
    private static final int MOST_RESULTS = 5000;
    private static final int VALUE = 500;
    private static final int MOST_NOTIFICATIONS = 1000;

    private final Inspection inspection;
    private final JsonWriter json = new JsonWriter();
    private final List<Decided> told;
    private final Map<RuleId, Integer> rules = new LinkedHashMap<>();

    private CheckSarif(Inspection inspection) {
        this.inspection = inspection;
        this.told =
                Groups.strongestFirst(inspection).stream().limit(MOST_RESULTS).toList();
    }

    public static String write(Inspection inspection) {
        return new CheckSarif(inspection).write();
    }

    private String write() {
        json.beginObject().member("$schema", SCHEMA).member("version", "2.1.0");
        json.name("runs").beginArray().beginObject();
        tool();
        json.member("columnKind", "unicodeCodePoints");
        json.name("originalUriBaseIds").beginObject().name(ROOT).beginObject();
        message("description", "The root of the repository.");
        json.endObject().endObject();
        invocation();
        json.name("results").beginArray();
        told.forEach(this::result);
        json.endArray();
        json.name("properties").beginObject();
        json.member("verdict", inspection.verdict().id());
        json.member("base", inspection.range().base().label());
        json.member("head", inspection.range().head().label());
        json.member("mergeBase", inspection.range().mergeBase().label());
        json.member("policySource", Visible.escape(inspection.policySource()));
        json.member("policySha256", inspection.policySha256()).endObject();
        return json.endObject().endArray().endObject().text();
    }

    private void tool() {
        json.name("tool").beginObject().name("driver").beginObject();
        json.member("name", Tool.NAME).member("version", Tool.VERSION).member("semanticVersion", Tool.VERSION);
        json.name("rules").beginArray();
        for (Decided decided : told) {
            RuleSheet sheet = decided.finding().sheet();
            if (rules.putIfAbsent(sheet.id(), rules.size()) == null) {
                SarifRule.write(json, sheet);
            }
        }
        json.endArray();
        TreeSet<String> kinds = new TreeSet<>();
        inspection.diagnostics().forEach(each -> kinds.add(each.kind().id()));
        if (!kinds.isEmpty()) {
            json.name("notifications").beginArray();
            kinds.forEach(kind -> json.beginObject().member("id", kind).endObject());
            json.endArray();
        }
        json.endObject().endObject();
    }

    private void invocation() {
        json.name("invocations").beginArray().beginObject();
        json.member("executionSuccessful", inspection.verdict() != Verdict.UNDETERMINED);
        json.name("toolExecutionNotifications").beginArray();
        inspection.undetermined().forEach(reason -> notification("error", "undetermined: " + reason));
        int over = inspection.findings().size() - told.size();
        if (over > 0) {
            notification("warning", over + " milder findings are left out: a run holds at most " + MOST_RESULTS);
        }
        List<Diagnostic> diagnostics = inspection.diagnostics();
        diagnostics.stream().limit(MOST_NOTIFICATIONS).forEach(this::notification);
        if (diagnostics.size() > MOST_NOTIFICATIONS) {
            notification("warning", diagnostics.size() - MOST_NOTIFICATIONS + " more diagnostics are left out");
        }
        json.endArray().endObject().endArray();
    }

    private void notification(String level, String text) {
        json.beginObject().member("level", level);
        message("message", text);
        json.endObject();
    }

    private void notification(Diagnostic diagnostic) {
        json.beginObject().member("level", diagnostic.kind() == Diagnostic.Kind.STALE ? "note" : "warning");
        json.name("descriptor")
                .beginObject()
                .member("id", diagnostic.kind().id())
                .endObject();
        message("message", diagnostic.message());
        if (!diagnostic.path().isEmpty()) {
            json.name("locations").beginArray().beginObject();
            json.name("physicalLocation").beginObject();
            artifact(diagnostic.path());
            if (diagnostic.line() > 0) {
                json.name("region").beginObject().member("startLine", diagnostic.line());
                json.endObject();
            }
            json.endObject().endObject().endArray();
        }
        json.endObject();
    }

    private void result(Decided decided) {
        Finding finding = decided.finding();
        json.beginObject().member("ruleId", finding.rule().value());
        json.member("ruleIndex", rules.getOrDefault(finding.rule(), 0));
        json.member("level", SarifRule.level(finding.severity()));
        message("message", finding.message());
        json.name("locations").beginArray().beginObject();
        json.name("physicalLocation").beginObject();
        artifact(finding.subject().change().path());
        region(finding.region());
        json.endObject();
        String key = finding.subject().change().key().toString();
        if (!key.isEmpty()) {
            json.name("logicalLocations").beginArray().beginObject();
            json.member("fullyQualifiedName", Visible.shorten(key, VALUE)).member("kind", "property");
            json.endObject().endArray();
        }
        json.endObject().endArray();
        related(finding.related());
        json.name("partialFingerprints").beginObject();
        json.member("confgate/v1", decided.fingerprint()).endObject();
        suppressions(decided);
        properties(decided);
        json.endObject();
    }

    /** What lies in another repository has no place that a reader of this log could open. */
    private void related(List<Finding.Related> all) {
        List<Finding.Related> related = all.stream()
                .filter(each -> !each.location().path().startsWith("../")
                        && !each.location().path().startsWith("/"))
                .toList();
        if (related.isEmpty()) {
            return;
        }
        json.name("relatedLocations").beginArray();
        int id = 1;
        for (Finding.Related each : related) {
            Location location = each.location();
            json.beginObject().member("id", id++);
            json.name("physicalLocation").beginObject();
            artifact(location.path());
            region(location.region());
            json.endObject();
            message("message", each.message());
            json.name("properties").beginObject();
            json.member("revision", location.revision().label()).endObject().endObject();
        }
        json.endArray();
    }

    /** Once one result has them all must: none is an empty list (SARIF 2.1.0, 3.27.23). */
    private void suppressions(Decided decided) {
        json.name("suppressions").beginArray();
        if (!Groups.isOpen(decided)) {
            Accepted accepted = Accepted.of(decided);
            json.beginObject().member("kind", accepted.inSource() ? "inSource" : "external");
            json.member("status", "accepted").member("justification", SarifRule.plain(accepted.words()));
            json.endObject();
        }
        json.endArray();
    }

    private void properties(Decided decided) {
        Finding finding = decided.finding();
        json.name("properties").beginObject();
        json.member("severity", finding.severity().id());
        json.member("confidence", finding.confidence().id());
        json.member("decision", decided.decision().id());
        json.member("environment", shown(CheckJson.name(finding.subject().environment())));
        json.member("old", shown(finding.subject().shown().old()));
        json.member("new", shown(finding.subject().shown().now()));
        json.member("promotion", finding.subject().promotion().status().id());
        json.endObject();
    }

    private static @Nullable String shown(@Nullable String text) {
        return text == null ? null : Visible.shorten(text, VALUE);
    }

    private void message(String name, String text) {
        json.name(name).beginObject().member("text", SarifRule.plain(text)).endObject();
    }

    private void artifact(String path) {
        json.name("artifactLocation").beginObject();
        json.member("uri", SarifRule.uri(path)).member("uriBaseId", ROOT).endObject();
    }

    private void region(Region region) {
        json.name("region").beginObject().member("startLine", region.line()).member("startColumn", region.column());
        json.member("endLine", region.endLine()).member("endColumn", region.endColumn());
        json.endObject();
    }
}
