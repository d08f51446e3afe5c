package io.github.confgate.bench;

import io.github.confgate.bench.Growth.Case;
import io.github.confgate.inspection.InspectionRequest;
import io.github.confgate.inspection.Inspector;
import io.github.confgate.inspection.MemorySource;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Rules;
import io.github.confgate.source.RangeRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Large ranges: what one rule's first example changes, so many times in one file or in so many folders, judged by all
 * rules.
 */
final class RuleCases {

    private static final int TIMES = 100;
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant AFTER = BEFORE.plus(Duration.ofHours(1));

    private RuleCases() {}

    static List<Case> all() {
        Rules rules = Rules.builtin();
        List<Case> cases = new ArrayList<>();
        for (RuleSheet sheet : Rules.documented().sheets()) {
            for (RuleSheet.Example example : sheet.examples()) {
                if (!example.finds().isEmpty() && example.earlier().isEmpty()) {
                    String name = "rules: " + sheet.id();
                    cases.add(new Case(name + " in folders", TIMES, n -> judge(rules, example, n, RuleCases::folders)));
                    if (example.after().keySet().stream().allMatch(RuleCases::isYaml)) {
                        cases.add(new Case(name + " in a file", TIMES, n -> judge(rules, example, n, RuleCases::keys)));
                    }
                    break;
                }
            }
        }
        return cases;
    }

    private static Runnable judge(
            Rules rules,
            RuleSheet.Example example,
            int n,
            BiFunction<Map<String, String>, Integer, Map<String, String>> repeated) {
        MemorySource source = new MemorySource(List.of(
                new MemorySource.Snapshot(BEFORE, repeated.apply(example.before(), n)),
                new MemorySource.Snapshot(AFTER, repeated.apply(example.after(), n), example.message())));
        InspectionRequest request = new InspectionRequest(new RangeRequest.Between("0", "1"), null, null, AFTER);
        return () -> Growth.Sink.result = new Inspector(source, rules).inspect(request);
    }

    private static boolean isYaml(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml");
    }

    private static Map<String, String> folders(Map<String, String> files, int n) {
        Map<String, String> all = new LinkedHashMap<>();
        files.forEach((path, text) -> {
            for (int i = 0; i < n; i++) {
                all.put("service-" + i + "/" + path, text);
            }
        });
        return all;
    }

    private static Map<String, String> keys(Map<String, String> files, int n) {
        Map<String, String> all = new LinkedHashMap<>();
        files.forEach((path, text) -> {
            String below = text.indent(2);
            all.put(path, Texts.each(n, i -> "service-" + i + ":\n" + below));
        });
        return all;
    }
}
