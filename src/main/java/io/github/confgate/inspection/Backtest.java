package io.github.confgate.inspection;

import io.github.confgate.rule.Finding;
import io.github.confgate.rule.RuleId;
import io.github.confgate.rule.Rules;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.SourceReader;
import io.github.confgate.verdict.Decided;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What rules found in a mainline's history.
 *
 * @param commits how many commits changed configuration
 * @param rules those that found something, by id; one that is asked for is there even if it did not
 */
public record Backtest(int commits, List<Hits> rules) {

    /** How many findings of a rule are kept. */
    public static final int FIRST = 10;

    public Backtest {
        rules = List.copyOf(rules);
    }

    /**
     * The findings of one rule.
     *
     * @param commits in how many commits they are
     * @param severities how many there are of each; severities without any are left out
     * @param first the oldest of them
     */
    public record Hits(RuleId rule, int commits, Map<Severity, Integer> severities, List<Hit> first) {
        public Hits {
            severities = Map.copyOf(severities);
            first = List.copyOf(first);
        }

        public int findings() {
            return severities.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** A finding, and the commit that it is about. */
    public record Hit(CommitInfo commit, Finding finding) {}

    /**
     * Audits a mainline and counts.
     *
     * @param wanted the rule that counts; null for every rule
     * @param watcher hears every entry of the audit
     */
    public static Backtest run(
            SourceReader reader,
            Rules rules,
            AuditRequest request,
            @Nullable RuleId wanted,
            Consumer<AuditEntry> watcher) {
        Tally tally = new Tally(wanted);
        new Auditor(reader, rules).audit(request, watcher.andThen(tally::add));
        return tally.result();
    }

    private static final class Tally {
        private final @Nullable RuleId wanted;
        private final Map<RuleId, Count> counts = new TreeMap<>();
        private final Set<String> commits = new HashSet<>();

        Tally(@Nullable RuleId wanted) {
            this.wanted = wanted;
            if (wanted != null) {
                counts.put(wanted, new Count());
            }
        }

        void add(AuditEntry entry) {
            if (!(entry instanceof AuditEntry.Changed changed)) {
                return;
            }
            commits.add(changed.commit().sha());
            for (Decided decided : changed.findings()) {
                RuleId rule = decided.finding().rule();
                if (wanted == null || wanted.equals(rule)) {
                    counts.computeIfAbsent(rule, id -> new Count()).add(new Hit(changed.commit(), decided.finding()));
                }
            }
        }

        Backtest result() {
            List<Hits> hits = new ArrayList<>();
            counts.forEach(
                    (rule, count) -> hits.add(new Hits(rule, count.commits.size(), count.severities, count.first)));
            return new Backtest(commits.size(), hits);
        }
    }

    private static final class Count {
        private final Set<String> commits = new HashSet<>();
        private final Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
        private final List<Hit> first = new ArrayList<>();

        void add(Hit hit) {
            commits.add(hit.commit().sha());
            severities.merge(hit.finding().severity(), 1, Integer::sum);
            if (first.size() < FIRST) {
                first.add(hit);
            }
        }
    }
}
