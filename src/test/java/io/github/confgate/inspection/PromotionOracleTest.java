package io.github.confgate.inspection;

import static org.assertj.core.api.Assertions.assertThat;

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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * Holds the ledger to a second, plain way to tell a promotion: one that looks at every commit's whole tree and knows
 * nothing of versions, walks or files.
 */
class PromotionOracleTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String STAGING = "config/staging.yaml";
    private static final String PRODUCTION = "config/production.yaml";

    /** A commit: hours since the start, and what the two environments hold; 0 is no such key, -1 no such file. */
    record Step(int hours, int stagingA, int stagingB, int productionA, int productionB) {
        MemorySource.Snapshot snapshot(int soak) {
            Map<String, String> files = new LinkedHashMap<>();
            files.put(".confgate.yml", "environments: [{name: staging}, {name: production, soak: " + soak + "h}]\n");
            put(files, STAGING, stagingA, stagingB);
            put(files, PRODUCTION, productionA, productionB);
            files.put("other/staging.yaml", "x: 1\n");
            return new MemorySource.Snapshot(START.plus(Duration.ofHours(hours)), files);
        }

        private static void put(Map<String, String> files, String path, int a, int b) {
            if (a >= 0 && b >= 0) {
                files.put(
                        path, "x: 1\n" + (a == 0 ? "" : "a: " + a + "00\n") + (b == 0 ? "" : "b: {c: " + b + "00}\n"));
            }
        }

        private static int value(int wanted, int other) {
            return other < 0 ? 0 : Math.max(wanted, 0);
        }

        int staging(boolean a) {
            return a ? value(stagingA, stagingB) : value(stagingB, stagingA);
        }

        int production(boolean a) {
            return a ? value(productionA, productionB) : value(productionB, productionA);
        }

        Instant time() {
            return START.plus(Duration.ofHours(hours));
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Integer> value = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(1, -1),
                net.jqwik.api.Tuple.of(2, 0),
                net.jqwik.api.Tuple.of(4, 1),
                net.jqwik.api.Tuple.of(4, 2),
                net.jqwik.api.Tuple.of(2, 3));
        // Clocks may stand still and run backwards.
        Arbitrary<Integer> hours = Arbitraries.integers().between(0, 60 * 24);
        return Combinators.combine(hours, value, value, value, value)
                .as(Step::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(9);
    }

    @Property(tries = 3000)
    void theLedgerAgreesWithAPlainLookAtEveryCommit(
            @ForAll("histories") List<Step> history,
            @ForAll @net.jqwik.api.constraints.IntRange(max = 100) int soak,
            @ForAll @net.jqwik.api.constraints.IntRange(max = 70 * 24) int now) {
        Instant at = START.plus(Duration.ofHours(now));
        List<MemorySource.Snapshot> snapshots =
                history.stream().map(step -> step.snapshot(soak)).toList();
        int head = history.size() - 1;
        Inspection inspection = new Inspector(new MemorySource(snapshots), Rules.of(List.of()))
                .inspect(new InspectionRequest(
                        new RangeRequest.Between(String.valueOf(head - 1), String.valueOf(head)), null, null, at));
        List<String> actual = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (Inspection.Inspected each : inspection.changes()) {
            Facts facts = each.facts();
            String key = facts.change().key().toString();
            if (facts.change().path().equals(PRODUCTION) && !key.equals("x")) {
                Promotion promotion = facts.promotion();
                actual.add(key + " " + promotion.status().id() + (promotion.restores() == null ? "" : " restores")
                        + (promotion.wentBack() ? " back" : ""));
                expected.add(key + " " + new Oracle(history, key.equals("a"), Duration.ofHours(soak), at).answer());
            }
        }
        assertThat(actual).isEqualTo(expected);
    }

    /** The contract's table, read aloud. */
    private record Oracle(List<Step> history, boolean a, Duration soak, Instant at) {

        int base() {
            return history.size() - 2;
        }

        int wanted() {
            return history.get(history.size() - 1).production(a);
        }

        int staging(int i) {
            return history.get(i).staging(a);
        }

        String answer() {
            String status = status();
            boolean fine = status.equals("promoted");
            return status
                    + (!fine && restores() ? " restores" : "")
                    + (status.equals("moved-on") && back() ? " back" : "");
        }

        boolean everHeld() {
            for (int i = 0; i <= base(); i++) {
                if (staging(i) != 0) {
                    return true;
                }
            }
            return false;
        }

        /** Whether staging is as wanted at a commit; a key that has not come yet was not removed. */
        boolean is(int i) {
            if (wanted() != 0) {
                return staging(i) == wanted();
            }
            boolean before = false;
            for (int j = 0; j < i; j++) {
                before |= staging(j) != 0;
            }
            return staging(i) == 0 && before;
        }

        String status() {
            if (is(base())) {
                int since = base();
                while (since > 0 && is(since - 1)) {
                    since--;
                }
                return soaked(history.get(since).time()).compareTo(soak) >= 0 ? "promoted" : "too-fresh";
            }
            boolean gets =
                    wanted() == 0 ? staging(base()) != 0 && staging(base() + 1) == 0 : staging(base() + 1) == wanted();
            if (gets) {
                return "same-commit";
            }
            if (last() >= 0) {
                return "moved-on";
            }
            return everHeld() ? "skipped" : "no-counterpart";
        }

        Duration soaked(Instant since) {
            Duration soaked = Duration.between(since, at);
            return soaked.isNegative() ? Duration.ZERO : soaked;
        }

        int last() {
            for (int i = base(); i >= 0; i--) {
                if (is(i)) {
                    return i;
                }
            }
            return -1;
        }

        boolean back() {
            int end = last();
            int start = end;
            while (start > 0 && is(start - 1)) {
                start--;
            }
            return (start > 0 ? staging(start - 1) : 0) == staging(end + 1);
        }

        boolean restores() {
            @Nullable Integer end = null;
            for (int i = base() - 1; i >= 0 && end == null; i--) {
                if (production(i)) {
                    end = i + 1;
                }
            }
            if (end == null) {
                return false;
            }
            int start = end - 1;
            while (start > 0 && production(start - 1)) {
                start--;
            }
            Instant ended = history.get(end).time();
            boolean lately = !ended.isBefore(at.minus(Duration.ofDays(30)));
            Instant heldUntil = ended.isAfter(at) ? at : ended;
            boolean proven =
                    Duration.between(history.get(start).time(), heldUntil).compareTo(Duration.ofHours(24)) >= 0;
            return lately && (proven || cameInPromoted(start));
        }

        boolean cameInPromoted(int start) {
            if (start == 0 || !is(start - 1)) {
                return false;
            }
            int since = start - 1;
            while (since > 0 && is(since - 1)) {
                since--;
            }
            Duration soaked = Duration.between(
                    history.get(since).time(), history.get(start).time());
            return (soaked.isNegative() ? Duration.ZERO : soaked).compareTo(soak) >= 0;
        }

        /** Whether production was as wanted at a commit; a key that has not come yet was not removed. */
        boolean production(int i) {
            int value = history.get(i).production(a);
            if (wanted() != 0) {
                return value == wanted();
            }
            boolean before = false;
            for (int j = 0; j < i; j++) {
                before |= history.get(j).production(a) != 0;
            }
            return value == 0 && before;
        }
    }
}
