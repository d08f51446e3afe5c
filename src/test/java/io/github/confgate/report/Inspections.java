package io.github.confgate.report;

import io.github.confgate.change.Change;
import io.github.confgate.change.Masked;
import io.github.confgate.change.PartRef;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Node;
import io.github.confgate.document.ScalarType;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.fact.Reader;
import io.github.confgate.fact.Surroundings;
import io.github.confgate.inspection.Inspection;
import io.github.confgate.rule.Confidence;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.RuleId;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Location;
import io.github.confgate.source.Range;
import io.github.confgate.source.Region;
import io.github.confgate.source.Revision;
import io.github.confgate.verdict.Decided;
import io.github.confgate.verdict.Verdict;
import io.github.confgate.verdict.Waiver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An inspection made by hand, for what no repository of the cases can show. */
final class Inspections {
    static final Revision HEAD = new Revision.Commit("b".repeat(40));
    static final String HOSTILE = "a\u001b[2J\u202eb\nc";

    private final List<Inspection.Inspected> changes = new ArrayList<>();
    private final List<Decided> findings = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private Verdict verdict = Verdict.PASS;

    /** What the contract names and no case reaches yet: readers, waivers, hostile text. */
    static Inspection everything() {
        Location place = new Location("src/Client.java", new Region(41, 1, 41, 2), HEAD);
        return new Inspections()
                .change("config/production.yml", "auth.server.url", "https://a.example", HOSTILE)
                .reader(new Reader(place, Reader.Timeout.MISSING))
                .blocking(
                        "promotion-skipped",
                        Severity.CRITICAL,
                        RuleSheet.Kind.PROMOTION,
                        "auth.server.url skips staging")
                .waived("key-removed", Severity.HIGH, "is gone")
                .diagnostic(new Diagnostic("", 0, Diagnostic.Kind.UNRESOLVED, "lone \ud800 surrogate"))
                .build();
    }

    /** A value of {@code path} that goes from {@code old} to {@code now}. */
    Inspections change(String path, String key, String old, String now) {
        Region region = new Region(3, 10, 3, 10 + Math.max(1, now.length()));
        Leaf before = leaf(key, old, region);
        Leaf after = leaf(key, now, region);
        Change change = new Change.Modified(path, path, new PartRef(new KeyPath.Index(0), true), before, after);
        Facts facts = new Facts(
                change,
                new Masked(old, now, false),
                Environment.of("production"),
                List.of(Environment.of("production")),
                List.of(skipped()),
                List.of(),
                0,
                List.of("staging"),
                true,
                List::of,
                Surroundings.none());
        Inspection.Excerpt excerpt = new Inspection.Excerpt("    url: " + now, 10, 10 + now.length());
        changes.add(new Inspection.Inspected("c" + (changes.size() + 1), facts, excerpt));
        return this;
    }

    /** Says who reads the last change's key. */
    Inspections reader(Reader reader) {
        Inspection.Inspected last = changes.remove(changes.size() - 1);
        Facts f = last.facts();
        Facts read = new Facts(
                f.change(),
                f.shown(),
                f.environment(),
                f.reaches(),
                f.promotions(),
                List.of(reader),
                f.distance(),
                f.lowerEnvironments(),
                f.declared(),
                f.all(),
                f.around());
        changes.add(new Inspection.Inspected(last.id(), read, last.excerpt()));
        return this;
    }

    Inspections finding(String rule, Severity severity, RuleSheet.Kind kind, String message) {
        return decided(rule, severity, kind, message, Decided.Decision.WARN);
    }

    Inspections blocking(String rule, Severity severity, RuleSheet.Kind kind, String message) {
        verdict = Verdict.BLOCK;
        return decided(rule, severity, kind, message, Decided.Decision.BLOCK);
    }

    Inspections waived(String rule, Severity severity, String message) {
        return decided(rule, severity, RuleSheet.Kind.VALUE, message, Decided.Decision.WAIVED);
    }

    Inspections diagnostic(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        return this;
    }

    Inspection build() {
        Range range = new Range(new Revision.Commit("a".repeat(40)), HEAD, new Revision.Commit("a".repeat(40)));
        return new Inspection(
                range,
                "builtin",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                changes,
                findings,
                diagnostics,
                new Inspection.Coverage(2, 2 - diagnostics.size(), diagnostics.size(), 0, 0, 0),
                verdict,
                List.of());
    }

    private Inspections decided(
            String rule, Severity severity, RuleSheet.Kind kind, String message, Decided.Decision decision) {
        RuleSheet sheet = new RuleSheet(
                new RuleId(rule),
                "test",
                "a summary",
                severity,
                Confidence.HIGH,
                kind,
                false,
                1,
                "Why it\nmatters.",
                "What to do instead.",
                "",
                List.of("CWE-79", "NIST SP 800-53 CM-3(2)"),
                List.of());
        Inspection.Inspected change = changes.get(changes.size() - 1);
        Finding finding = new Finding(
                sheet,
                severity,
                Confidence.HIGH,
                change.facts(),
                change.facts().change().region(),
                message,
                List.of(new Finding.Related(
                        new Location("config/staging.yml", new Region(3, 5, 3, 9), HEAD), "staging")));
        Waiver waiver = decision == Decided.Decision.WAIVED
                ? new Waiver(Waiver.Source.POLICY, "ada", "service retired", "OPS-12", null)
                : null;
        findings.add(new Decided(finding, change.id(), "0123456789abcdef", decision, waiver));
        return this;
    }

    private static Leaf leaf(String key, String text, Region region) {
        KeyPath path = KeyPath.ROOT;
        for (String name : key.split("\\.", -1)) {
            path = path.name(name);
        }
        return new Leaf(path, new Node.Scalar(ScalarType.STRING, text, region, null), region, region, null);
    }

    private static Promotion skipped() {
        CommitInfo commit = new CommitInfo("c".repeat(40), Instant.parse("2026-03-01T09:00:00Z"), "Ada", "Start");
        return new Promotion(
                Promotion.Status.SKIPPED,
                Environment.of("staging"),
                null,
                null,
                null,
                new Location("config/staging.yml", new Region(3, 5, 3, 9), HEAD),
                "old",
                commit,
                false,
                false,
                null,
                null,
                false,
                Duration.ofHours(4));
    }
}
