package io.github.confgate.bench;

import io.github.confgate.fact.Facts;
import io.github.confgate.inspection.Inspection;
import io.github.confgate.inspection.Inspector;
import io.github.confgate.inspection.MemorySource;
import io.github.confgate.rule.RuleSettings;
import io.github.confgate.rule.Rules;
import io.github.confgate.source.RangeRequest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the whole rule set adds to the diff of a change of 1,000 keys: the time of judging every change, beside that of
 * finding them, both from memory. Prints a row of the table in README.md and ends 1 where it adds more than 30 %.
 *
 * <p>Times are the thread's own CPU time: the first run, as a check from a shell has it, and the median of the later ones.
 */
public final class RulesBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SERVICES = 100;
    private static final int RUNS = 30;
    private static final double MOST = 0.3;

    private RulesBench() {}

    public static void main(String[] args) {
        Rules rules = Rules.builtin();
        MemorySource source = new MemorySource(List.of(snapshot(0), snapshot(1)));
        long[] diff = new long[RUNS];
        long[] judge = new long[RUNS];
        int changes = 0;
        int findings = 0;
        for (int i = 0; i < RUNS; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            Inspection found = new Inspector(source, rules).difference(new RangeRequest.Between("0", "1"), null);
            long found1 = THREADS.getCurrentThreadCpuTime();
            findings = 0;
            for (Inspection.Inspected each : found.changes()) {
                Facts facts = each.facts();
                findings += rules.judge(facts, RuleSettings.none()).size();
            }
            long end = THREADS.getCurrentThreadCpuTime();
            diff[i] = found1 - start;
            judge[i] = end - found1;
            changes = found.changes().size();
        }
        double first = (double) judge[0] / diff[0];
        double later = (double) median(judge) / median(diff);
        System.out.printf(
                Locale.ROOT,
                "| %d rules, %d changes, %d findings | %.1f ms | %.1f ms | %.2f | %.1f ms | %.1f ms | %.2f |%n",
                rules.sheets().size(),
                changes,
                findings,
                diff[0] / 1e6,
                judge[0] / 1e6,
                first,
                median(diff) / 1e6,
                median(judge) / 1e6,
                later);
        System.exit(later > MOST || first > MOST ? 1 : 0);
    }

    private static long median(long[] times) {
        long[] sorted = Arrays.copyOfRange(times, RUNS / 3, RUNS);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Ten keys a service, all of which change; a tenth of them are such as rules speak of. */
    private static MemorySource.Snapshot snapshot(int version) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SERVICES; i++) {
            text.append("service").append(i).append(":\n");
            text.append("  url: https://s").append(i).append('-').append(version).append(".shop.internal/api\n");
            text.append("  read-timeout: ").append(5 + version).append("s\n");
            text.append("  replicas: ").append(4 + version).append('\n');
            text.append("  image: registry.internal/s").append(i).append(":1.").append(version).append('\n');
            text.append("  resources:\n    requests:\n      memory: ").append(256 + version).append("Mi\n");
            text.append("  title: The service number ").append(i).append(" of ").append(version).append('\n');
            text.append("  feature-").append(i).append(": ").append(version == 0).append('\n');
            text.append("  owner: team-").append(i + version).append('\n');
            text.append("  batch: ").append(100 + version).append('\n');
            text.append("  labels:\n    build: b").append(version).append('\n');
        }
        return new MemorySource.Snapshot(
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * version),
                Map.of("config/production/app.yaml", text.toString(), "config/staging/app.yaml", "service0:\n  url: a\n"));
    }
}
