package io.github.confgate.rule.sheet;

import io.github.confgate.change.Value;
import io.github.confgate.document.Documents;
import io.github.confgate.document.Format;
import io.github.confgate.document.Limits;
import io.github.confgate.document.Node;
import io.github.confgate.document.Parsed;
import io.github.confgate.rule.Confidence;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleId;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.check.Checks;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.UsageException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sheet. Built-in ones and a team's own are the same thing, save that a Java check may stand behind a built-in
 * one only.
 */
public final class SheetReader {

    private static final List<String> KEYS = List.of(
            "id",
            "summary",
            "severity",
            "confidence",
            "kind",
            "high-risk",
            "since",
            "why",
            "instead",
            "reference",
            "controls",
            "check",
            "match",
            "message",
            "yields-to",
            "examples");

    /** {@code rule.schema.json} says the same. */
    private static final int MOST_CONTROLS = 10;

    private static final Pattern CONTROL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 .:/()_-]{1,58}[A-Za-z0-9)]");
    private static final Pattern WEAKNESS = Pattern.compile("CWE-[1-9][0-9]{0,4}");

    private SheetReader() {}

    /** @throws UsageException with path, line and column, when the sheet is wrong */
    public static Rule read(String path, byte[] bytes) {
        return read(path, RuleSheet.OWN, bytes);
    }

    static Rule read(String path, String area, byte[] bytes) {
        SheetNode sheet = parse(path, bytes, !area.equals(RuleSheet.OWN));
        sheet.allowOnly(KEYS);
        RuleSheet words = words(sheet, area);
        if (sheet.get("check") != null) {
            return check(sheet, words);
        }
        return new SheetRule(
                words, MatchReader.read(sheet.need("match")), Message.read(sheet.need("message")), yieldsTo(sheet));
    }

    private static SheetNode parse(String path, byte[] bytes, boolean tested) {
        Parsed parsed = Documents.parse(path, bytes, Format.YAML, Limits.standard());
        if (parsed instanceof Parsed.Failed failed) {
            throw new UsageException(path + ":" + failed.diagnostic().line() + ": "
                    + failed.diagnostic().message());
        }
        Parsed.Ok ok = (Parsed.Ok) parsed;
        if (!ok.remarks().isEmpty()) {
            Diagnostic remark = ok.remarks().get(0);
            throw new UsageException(path + ":" + remark.line() + ": " + remark.message());
        }
        SheetNode sheet = new SheetNode(path, ok.document().parts().get(0).root(), tested);
        if (ok.document().parts().size() > 1 || !sheet.isMap()) {
            throw sheet.wrong("a sheet is one map: id, summary, severity, match and so on");
        }
        return sheet;
    }

    private static Rule check(SheetNode sheet, RuleSheet words) {
        sheet.need("check").oneOf(List.of("java"));
        if (sheet.get("match") != null) {
            throw sheet.need("match").wrong("a sheet has `match` or `check: java`, not both");
        }
        Optional<Rule> check = words.isOwn() ? Optional.empty() : Checks.of(words);
        if (check.isEmpty()) {
            throw sheet.need("check")
                    .wrong("no Java check belongs to `" + words.id() + "`; a sheet of your own has `match`");
        }
        return check.get();
    }

    private static RuleSheet words(SheetNode sheet, String area) {
        SheetNode kind = sheet.get("kind");
        SheetNode since = sheet.get("since");
        SheetNode highRisk = sheet.get("high-risk");
        return new RuleSheet(
                id(sheet.need("id")),
                area,
                sentence(sheet.need("summary")),
                severity(sheet.need("severity")),
                confidence(sheet.get("confidence")),
                kind == null ? RuleSheet.Kind.VALUE : kind(kind),
                highRisk != null && highRisk.bool(),
                since == null ? 1 : number(since),
                sentence(sheet.need("why")),
                sentence(sheet.need("instead")),
                sheet.get("reference") == null ? "" : sheet.need("reference").text(),
                controls(sheet.get("controls")),
                examples(sheet.get("examples")));
    }

    private static RuleId id(SheetNode node) {
        if (!RuleId.isValid(node.text())) {
            throw node.wrong("`" + node.text() + "` is no rule id: lower-case words joined by hyphens");
        }
        return new RuleId(node.text());
    }

    private static String sentence(SheetNode node) {
        String text = node.text().strip().replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            throw node.wrong("says nothing");
        }
        return text;
    }

    private static Severity severity(SheetNode node) {
        return Severity.of(node.oneOf(List.of("info", "low", "medium", "high", "critical")))
                .orElseThrow();
    }

    private static Confidence confidence(@Nullable SheetNode node) {
        if (node == null) {
            return Confidence.MEDIUM;
        }
        return Confidence.of(node.oneOf(List.of("low", "medium", "high"))).orElseThrow();
    }

    private static RuleSheet.Kind kind(SheetNode node) {
        String kind = node.oneOf(List.of("value", "change", "promotion"));
        return RuleSheet.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    private static List<String> controls(@Nullable SheetNode node) {
        Set<String> controls = new LinkedHashSet<>();
        for (SheetNode item : node == null ? List.<SheetNode>of() : node.items()) {
            String control = item.text();
            boolean weakness = control.regionMatches(true, 0, "CWE", 0, 3);
            if (!(weakness ? WEAKNESS : CONTROL).matcher(control).matches()) {
                throw item.wrong("`" + control + "` is no id of a control, as `CWE-319` or `NIST SP 800-53 CM-3`");
            }
            if (!controls.add(control) || controls.size() > MOST_CONTROLS) {
                throw item.wrong("`controls` are at most " + MOST_CONTROLS + ", each named once");
            }
        }
        return List.copyOf(controls);
    }

    private static int number(SheetNode node) {
        return Value.Numeric.of(node.text())
                .orElseThrow(() -> node.wrong("expected a number"))
                .amount()
                .intValue();
    }

    private static Set<RuleId> yieldsTo(SheetNode sheet) {
        Set<RuleId> ids = new HashSet<>();
        SheetNode node = sheet.get("yields-to");
        if (node != null) {
            node.items().forEach(item -> ids.add(id(item)));
        }
        return ids;
    }

    private static List<RuleSheet.Example> examples(@Nullable SheetNode node) {
        return node == null
                ? List.of()
                : node.items().stream().map(SheetReader::example).toList();
    }

    private static RuleSheet.Example example(SheetNode node) {
        node.allowOnly(List.of("name", "earlier", "before", "after", "message", "finds"));
        return new RuleSheet.Example(
                sentence(node.need("name")),
                earlier(node.get("earlier")),
                files(node.get("before")),
                files(node.get("after")),
                said(node.get("message")),
                node.need("finds").texts());
    }

    private static String said(@Nullable SheetNode node) {
        return node == null ? "" : node.text();
    }

    private static List<Map<String, String>> earlier(@Nullable SheetNode node) {
        return node == null
                ? List.of()
                : node.items().stream().map(SheetReader::files).toList();
    }

    private static Map<String, String> files(@Nullable SheetNode node) {
        Map<String, String> files = new LinkedHashMap<>();
        if (node != null) {
            for (Node.Entry entry : node.entries()) {
                files.put(entry.key(), node.child(entry.value()).text());
            }
        }
        return files;
    }
}
