package io.github.confgate.inspection;

import io.github.confgate.rule.KeyGlob;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a mainline's history to audit.
 *
 * @param tip the revision in which the mainline ends
 * @param after a commit of the mainline: only later ones are told; null for all
 * @param since only commits from then on are told; null for all
 * @param until only commits before then are told; null for all
 * @param environment only changes that reach it are told; null for all
 * @param key only changes of these keys are told; null for all
 * @param policy a policy file of the caller's own; null for that of the tip
 * @param policyAtCommit judge each commit by the policy that its first parent had, as the gate did
 */
public record AuditRequest(
        String tip,
        @Nullable String after,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String environment,
        @Nullable KeyGlob key,
        @Nullable Path policy,
        boolean policyAtCommit) {

    /** Every key. */
    public AuditRequest(
            String tip,
            @Nullable String after,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String environment,
            @Nullable Path policy,
            boolean policyAtCommit) {
        this(tip, after, since, until, environment, null, policy, policyAtCommit);
    }
}
