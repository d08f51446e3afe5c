package io.github.confgate.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.rule.Rules;
import io.github.confgate.source.RangeRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Holds the ledger to a plain second implementation on pipelines of several stages, of which the last comes after two:
 * a map of keys for every commit, read aloud. Clocks stand still and run backwards; a list counts by its members.
 */
class PipelineOracleTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, List<String>> BEFORE = Map.of(
            "dev", List.of(),
            "perf", List.of("dev"),
            "staging", List.of("dev"),
            "production", List.of("perf", "staging"));
    private static final List<String> STRICTEST_FIRST =
            List.of("skipped", "same-commit", "moved-on", "no-counterpart", "too-fresh", "promoted");

    /** What one environment holds; a value of 0 is no such key, and no items are no such list. */
    record Held(boolean file, int value, List<Integer> items) {
        String text() {
            String list = items.isEmpty()
                    ? ""
                    : "l: [" + items.stream().map(item -> item + "00").collect(Collectors.joining(", ")) + "]\n";
            return "x: 1\n" + (value == 0 ? "" : "a: " + value + "00\n") + list;
        }

        boolean has(String wanted) {
            return file && (isList(wanted) ? !items.isEmpty() : value != 0);
        }

        boolean holds(String wanted) {
            return file
                    && (isList(wanted)
                            ? items.stream().anyMatch(item -> wanted.equals("l" + item + "00"))
                            : wanted.equals("a" + value + "00"));
        }

        private static boolean isList(String wanted) {
            return wanted.startsWith("l");
        }
    }

    record Step(int hours, Map<String, Held> environments) {
        Held of(String environment) {
            return Objects.requireNonNull(environments.get(environment));
        }

        Instant time() {
            return START.plus(Duration.ofHours(hours));
        }

        MemorySource.Snapshot snapshot(int soak) {
            Map<String, String> files = new LinkedHashMap<>();
            files.put(".confgate.yml", """
                    environments:
                      - {name: dev, paths: ["env/dev/*"]}
                      - {name: perf, paths: ["env/perf/*"], after: [dev], soak: %dh}
                      - {name: staging, paths: ["env/staging/*"], after: [dev]}
                      - {name: production, paths: ["env/production/*"], after: [perf, staging], soak: %dh}
                    """.formatted(soak / 2, soak));
            environments.forEach((name, held) -> {
                if (held.file()) {
                    files.put("env/" + name + "/app.yaml", held.text());
                }
            });
            return new MemorySource.Snapshot(time(), files);
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Held> held = Combinators.combine(
                        Arbitraries.integers().between(0, 7).map(number -> number > 0),
                        Arbitraries.of(0, 1, 1, 2, 2, 3),
                        Arbitraries.integers()
                                .between(1, 3)
                                .list()
                                .uniqueElements()
                                .ofMaxSize(2))
                .as(Held::new);
        Arbitrary<Map<String, Held>> all = Combinators.combine(held, held, held, held)
                .as((a, b, c, d) -> Map.of("dev", a, "perf", b, "staging", c, "production", d));
        return Combinators.combine(Arbitraries.integers().between(0, 40), all)
                .as(Step::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(7);
    }

    @Property(tries = 1500)
    void everyEnvironmentBeforeIsAskedForAndTheStrictestAnswerCounts(
            @ForAll("histories") List<Step> history,
            @ForAll @IntRange(max = 20) int soak,
            @ForAll @IntRange(max = 60) int now) {
        Instant at = START.plus(Duration.ofHours(now));
        int head = history.size() - 1;
        RangeRequest range = new RangeRequest.Between(String.valueOf(head - 1), String.valueOf(head));
        Inspection inspection = new Inspector(
                        new MemorySource(history.stream()
                                .map(step -> step.snapshot(soak))
                                .toList()),
                        Rules.of(List.of()))
                .inspect(new InspectionRequest(range, null, null, at));
        List<String> actual = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (Inspection.Inspected each : inspection.changes()) {
            Facts facts = each.facts();
            String wanted = wanted(facts);
            if (wanted.isEmpty()) {
                continue;
            }
            String name = Objects.requireNonNull(facts.environment()).name();
            actual.add(name + " " + wanted + " "
                    + facts.promotions().stream()
                            .map(PipelineOracleTest::answer)
                            .collect(Collectors.joining(", ")));
            expected.add(name + " " + wanted + " " + new Oracle(history, wanted, isRemoval(facts), soak, at).of(name));
        }
        assertThat(actual).isEqualTo(expected);
    }

    /** The key and the value that is asked for; a removed key has none. Lists that come or go whole are left out. */
    private static String wanted(Facts facts) {
        String key = facts.change().key().toString();
        String value =
                facts.change().after().or(facts.change()::before).orElseThrow().text();
        return key.equals("a") ? "a" + value : key.startsWith("l[") && !isRemoval(facts) ? "l" + value : "";
    }

    private static boolean isRemoval(Facts facts) {
        return facts.change().after().isEmpty();
    }

    private static String answer(Promotion promotion) {
        Environment from = promotion.from();
        return promotion.status().id() + (from == null ? "" : " from " + from.name());
    }

    private record Oracle(List<Step> history, String wanted, boolean removal, int soak, Instant at) {

        String of(String environment) {
            List<String> before = Objects.requireNonNull(BEFORE.get(environment));
            if (before.isEmpty()) {
                return "not-gated";
            }
            TreeSet<String> sorted = new TreeSet<>();
            before.forEach(from -> {
                String status = status(from, soakOf(environment));
                sorted.add(STRICTEST_FIRST.indexOf(status) + status + " from " + from);
            });
            return sorted.stream().map(text -> text.substring(1)).collect(Collectors.joining(", "));
        }

        private Duration soakOf(String environment) {
            return Duration.ofHours(
                    environment.equals("production") ? soak : environment.equals("perf") ? soak / 2 : 0);
        }

        private boolean is(String from, int i) {
            if (!removal) {
                return history.get(i).of(from).holds(wanted);
            }
            boolean had = false;
            for (int j = 0; j < i; j++) {
                had |= history.get(j).of(from).has(wanted);
            }
            return had && !history.get(i).of(from).has(wanted);
        }

        private String status(String from, Duration needed) {
            int base = history.size() - 2;
            if (is(from, base)) {
                int since = base;
                while (since > 0 && is(from, since - 1)) {
                    since--;
                }
                Duration soaked = Duration.between(history.get(since).time(), at);
                boolean enough = (soaked.isNegative() ? Duration.ZERO : soaked).compareTo(needed) >= 0;
                return enough ? "promoted" : "too-fresh";
            }
            Held now = history.get(base + 1).of(from);
            if (removal ? history.get(base).of(from).has(wanted) && !now.has(wanted) : now.holds(wanted)) {
                return "same-commit";
            }
            boolean ever = false;
            for (int i = 0; i <= base; i++) {
                if (is(from, i)) {
                    return "moved-on";
                }
                ever |= history.get(i).of(from).has(wanted);
            }
            return ever ? "skipped" : "no-counterpart";
        }
    }
}
