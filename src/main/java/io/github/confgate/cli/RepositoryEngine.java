package io.github.confgate.cli;

import io.github.confgate.inspection.AuditEntry;
import io.github.confgate.inspection.AuditRequest;
import io.github.confgate.inspection.Auditor;
import io.github.confgate.inspection.Backtest;
import io.github.confgate.inspection.EnvironmentListing;
import io.github.confgate.inspection.ExampleWorld;
import io.github.confgate.inspection.Inspection;
import io.github.confgate.inspection.InspectionRequest;
import io.github.confgate.inspection.Inspector;
import io.github.confgate.inspection.PolicyDraft;
import io.github.confgate.inspection.PolicyDrafter;
import io.github.confgate.inspection.Prospect;
import io.github.confgate.inspection.PushScope;
import io.github.confgate.inspection.WhatIf;
import io.github.confgate.inspection.WhatIfFinder;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleId;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Rules;
import io.github.confgate.rule.sheet.ExampleResult;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.SourceReader;
import io.github.confgate.source.UsageException;
import io.github.confgate.source.git.GitRepository;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The real engine: a Git repository and the built-in rules. */
final class RepositoryEngine implements Engine {
    @Override
    public void prepare() {
        EarlyRules.start();
    }

    @Override
    public Inspection inspect(Path repository, InspectionRequest request) {
        return with(repository, inspector -> inspector.inspect(request));
    }

    @Override
    public Prospect prospect(Path repository, InspectionRequest request) {
        return with(repository, inspector -> inspector.prospect(request));
    }

    @Override
    public Optional<PushScope> pushScope(Path repository, @Nullable String revision, @Nullable Path policy) {
        return with(repository, inspector -> inspector.pushScope(revision, policy));
    }

    @Override
    public Inspection difference(Path repository, RangeRequest range, @Nullable String environment) {
        return with(repository, inspector -> inspector.difference(range, environment));
    }

    @Override
    public Inspection effectiveDifference(Path repository, RangeRequest range, String environment) {
        return with(repository, inspector -> inspector.effectiveDifference(range, environment));
    }

    @Override
    public void audit(Path repository, AuditRequest request, Consumer<AuditEntry> sink) {
        try (SourceReader reader = GitRepository.open(repository)) {
            new Auditor(reader, EarlyRules.get()).audit(request, sink);
        }
    }

    @Override
    public WhatIf whatIf(Path repository, AuditRequest request, Instant now, Consumer<AuditEntry> watcher) {
        try (SourceReader reader = GitRepository.open(repository)) {
            return new WhatIfFinder(reader, EarlyRules.get()).find(request, now, watcher);
        }
    }

    @Override
    public PolicyDraft draft(Path repository) {
        try (SourceReader reader = GitRepository.open(repository)) {
            return new PolicyDrafter(reader, EarlyRules.get()).draft();
        }
    }

    @Override
    public Optional<Path> policyFile(Path repository) {
        try (SourceReader reader = GitRepository.open(repository)) {
            return PolicyDrafter.place(reader, repository);
        }
    }

    @Override
    public EnvironmentListing environments(Path repository, @Nullable Path policy) {
        return with(repository, inspector -> inspector.environments(policy));
    }

    @Override
    public List<RuleSheet> rules(Path repository) {
        Rules documented = Rules.documented();
        SourceReader opened;
        try {
            opened = GitRepository.open(repository);
        } catch (UsageException e) {
            return documented.sheets();
        }
        try (SourceReader reader = opened) {
            return new Inspector(reader, documented).rules();
        }
    }

    @Override
    public Backtest backtest(
            Path repository,
            AuditRequest request,
            @Nullable RuleId rule,
            @Nullable Path sheet,
            Consumer<AuditEntry> watcher) {
        Rules rules = sheet == null ? EarlyRules.get() : EarlyRules.get().with(SheetFiles.read(sheet));
        try (SourceReader reader = GitRepository.open(repository)) {
            return Backtest.run(reader, rules, request, rule, watcher);
        }
    }

    @Override
    public Examples examples(@Nullable Path path) {
        List<Rule> rules = path == null ? Rules.documented().all() : SheetFiles.read(path);
        ExampleWorld world = new ExampleWorld();
        List<ExampleResult> results = rules.stream()
                .flatMap(rule -> io.github.confgate.rule.sheet.Examples.run(rule, world).stream())
                .toList();
        List<String> failures = results.stream()
                .filter(result -> !result.passes())
                .map(RepositoryEngine::failure)
                .toList();
        return new Examples(rules.size(), results.size(), failures);
    }

    private static String failure(ExampleResult result) {
        return result.rule() + ": " + result.example() + "\n  expected " + result.expected() + "\n  found    "
                + result.actual();
    }

    private static <T> T with(Path repository, Function<Inspector, T> use) {
        try (SourceReader reader = GitRepository.open(repository)) {
            return use.apply(new Inspector(reader, EarlyRules.get()));
        }
    }
}
