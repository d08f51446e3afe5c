package io.github.confgate.inspection;

import io.github.confgate.fact.Promotion;
import io.github.confgate.rule.RuleId;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.CommitInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a policy would have made of the commits of a mainline, beside what the policy of its tip makes of them.
 *
 * @param tip full object id of the commit in which the mainline ends
 * @param after only later commits count; null for all
 * @param since only commits from then on count; null for all
 * @param until only commits before then count; null for all
 * @param now by the policy of the tip
 * @param then by the policy that is asked about, as if it were enforced
 * @param newly how many commits it blocks that pass now
 * @param reasons why it blocks, those of most commits first
 */
public record WhatIf(
        String tip,
        @Nullable String after,
        @Nullable Instant since,
        @Nullable Instant until,
        Side now,
        Side then,
        int newly,
        List<Reason> reasons) {

    public WhatIf {
        reasons = List.copyOf(reasons);
    }

    /**
     * The counts by one policy.
     *
     * @param source the policy, as outputs name it
     * @param commits how many commits change configuration
     * @param blocked how many of them the gate blocks
     */
    public record Side(String source, String sha256, int commits, int blocked) {}

    /**
     * A rule that blocks.
     *
     * @param severity the highest that it had
     * @param commits in how many commits it blocks
     * @param statuses the promotion statuses of the changes that it blocks, with their numbers
     * @param examples newest first, one a commit
     */
    public record Reason(
            RuleId rule,
            Severity severity,
            int commits,
            Map<Promotion.Status, Integer> statuses,
            List<Example> examples) {
        public Reason {
            statuses = Map.copyOf(statuses);
            examples = List.copyOf(examples);
        }

        /** How many changed keys it blocks. */
        public int changes() {
            return statuses.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** A change that a rule blocks. */
    public record Example(CommitInfo commit, String path, int line, String key, String message) {}
}
