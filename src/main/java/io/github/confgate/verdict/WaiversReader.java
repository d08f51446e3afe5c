package io.github.confgate.verdict;

import io.github.confgate.document.Node;
import io.github.confgate.document.TreeReader;
import io.github.confgate.fact.DeclaredEnvironment;
import io.github.confgate.rule.LinearPattern;
import io.github.confgate.rule.RuleId;
import io.github.confgate.verdict.Waivers.Inline;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code waivers:} of a policy: a list of waivers, or a map of settings with the waivers as {@code entries}. */
final class WaiversReader {

    private static final int MOST_DAYS = 99_999;
    /** An account of a person, with the {@code [bot]} of a program, or a team of an organisation. */
    private static final Pattern ACCOUNT = Pattern.compile("@?[A-Za-z0-9_-]{1,100}(\\[bot]|/[A-Za-z0-9._-]{1,100})?");

    private final RulesReader rules;
    private final List<DeclaredEnvironment> declared;

    WaiversReader(RulesReader rules, List<DeclaredEnvironment> declared) {
        this.rules = rules;
        this.declared = declared;
    }

    Waivers read(TreeReader root) {
        Waivers none = Waivers.none();
        if (root.node("waivers").filter(Node.Mapping.class::isInstance).isEmpty()) {
            return new Waivers(
                    none.inline(),
                    none.trailers(),
                    none.require(),
                    none.never(),
                    none.review(),
                    entries(root.maps("waivers")));
        }
        TreeReader map =
                root.map("waivers").orElseThrow().only("inline", "trailers", "require", "never", "review", "entries");
        Set<RuleId> never = new HashSet<>();
        map.texts("never").forEach(id -> never.add(rules.rule(map, "never", id)));
        return new Waivers(
                map.oneOf("inline", WaiversReader::inline, List.of("base", "head", "off"))
                        .orElse(none.inline()),
                map.flag("trailers", none.trailers()),
                map.map("require").map(WaiversReader::required).orElse(none.require()),
                never,
                map.map("review").map(WaiversReader::review).orElse(none.review()),
                entries(map.maps("entries")));
    }

    private static Optional<Inline> inline(String text) {
        return switch (text) {
            case "base" -> Optional.of(Inline.BASE);
            case "head" -> Optional.of(Inline.HEAD);
            case "off", "false" -> Optional.of(Inline.OFF);
            default -> Optional.empty();
        };
    }

    private static Waivers.Review review(TreeReader map) {
        map.only("by", "label");
        List<String> by = new ArrayList<>();
        for (String written : map.texts("by")) {
            if (!ACCOUNT.matcher(written).matches()) {
                throw map.at(
                        "by", "`by` names people, as `@ada`, and teams, as `@org/platform`, not `" + written + "`");
            }
            by.add((written.startsWith("@") ? written.substring(1) : written).toLowerCase(Locale.ROOT));
        }
        return new Waivers.Review(by, map.text("label").orElse(""));
    }

    private static Waivers.Required required(TreeReader map) {
        map.only("reason", "ticket", "max-days");
        return new Waivers.Required(
                map.flag("reason", true),
                map.parsed("ticket", LinearPattern::of).orElse(null),
                map.parsed("max-days", text -> LimitsReader.number(text, MOST_DAYS))
                        .orElse(null));
    }

    private List<PolicyWaiver> entries(List<TreeReader> maps) {
        List<PolicyWaiver> entries = new ArrayList<>();
        for (TreeReader map : maps) {
            map.only("rule", "paths", "keys", "environment", "by", "reason", "ticket", "expires");
            String environment = map.text("environment").orElse("");
            entries.add(new PolicyWaiver(
                    rules.rule(map, "rule", map.required("rule")),
                    map.texts("paths"),
                    PromotionReader.globs(map, "keys"),
                    environment.isEmpty() ? "" : Named.known(map, "environment", environment, declared),
                    map.text("by").orElse(""),
                    map.text("reason").orElse(""),
                    map.text("ticket").orElse(""),
                    map.parsed("expires", WaiversReader::date).orElse(null),
                    map.region()));
        }
        return entries;
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a day is like 2026-12-31, not `" + text + "`", e);
        }
    }
}
