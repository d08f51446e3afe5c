package io.github.confgate.cli;

import io.github.confgate.inspection.AuditEntry;
import io.github.confgate.inspection.AuditRequest;
import io.github.confgate.inspection.Backtest;
import io.github.confgate.inspection.EnvironmentListing;
import io.github.confgate.inspection.Inspection;
import io.github.confgate.inspection.InspectionRequest;
import io.github.confgate.inspection.PolicyDraft;
import io.github.confgate.inspection.Prospect;
import io.github.confgate.inspection.PushScope;
import io.github.confgate.inspection.WhatIf;
import io.github.confgate.rule.RuleId;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.source.RangeRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What commands ask of the rest; tests put another behind it to see what becomes of failures. */
public interface Engine {

    /** Begins in the background with what an inspection will need. */
    default void prepare() {}

    Inspection inspect(Path repository, InspectionRequest request);

    /** What an inspection will look for beside base and head. */
    Prospect prospect(Path repository, InspectionRequest request);

    /**
     * Which branches a push is judged for, by the policy of a commit or by the caller's own; without a commit, of the
     * default branch, if there is one.
     */
    Optional<PushScope> pushScope(Path repository, @Nullable String revision, @Nullable Path policy);

    /** What changed, unjudged; only what reaches {@code environment} where one is named. */
    Inspection difference(Path repository, RangeRequest range, @Nullable String environment);

    /** The change as an environment sees it, all layers read, unjudged. */
    Inspection effectiveDifference(Path repository, RangeRequest range, String environment);

    /** Tells the history of a mainline, entry by entry. */
    void audit(Path repository, AuditRequest request, Consumer<AuditEntry> sink);

    /** What a policy would have blocked; the watcher hears what is read. */
    WhatIf whatIf(Path repository, AuditRequest request, Instant now, Consumer<AuditEntry> watcher);

    /** A first policy, from what a repository holds. */
    PolicyDraft draft(Path repository);

    /** Where the policy of a repository stands, or would; empty where there is no work tree. */
    Optional<Path> policyFile(Path repository);

    EnvironmentListing environments(Path repository, @Nullable Path policy);

    /** Every rule that judges in a repository, a team's own too; where there is no repository the built-in ones. */
    List<RuleSheet> rules(Path repository);

    /**
     * Replays a rule over history.
     *
     * @param rule its id; null for every rule
     * @param sheet a sheet that is not part of the repository; null for the rules that judge there
     */
    Backtest backtest(
            Path repository,
            AuditRequest request,
            @Nullable RuleId rule,
            @Nullable Path sheet,
            Consumer<AuditEntry> watcher);

    /** Runs the examples of the built-in sheets, or of those at a path; one sentence for each that fails. */
    Examples examples(@Nullable Path path);

    /** How the examples of sheets came out. */
    record Examples(int sheets, int examples, List<String> failures) {
        public Examples {
            failures = List.copyOf(failures);
        }
    }
}
