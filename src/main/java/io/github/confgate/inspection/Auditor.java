package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.change.Masked;
import io.github.confgate.change.Masking;
import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Part;
import io.github.confgate.document.PathGlob;
import io.github.confgate.fact.Chronicle;
import io.github.confgate.fact.Circumstances;
import io.github.confgate.fact.DeclaredEnvironment;
import io.github.confgate.fact.EnvironmentMap;
import io.github.confgate.fact.Evidence;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Layers;
import io.github.confgate.fact.PromotionLedger;
import io.github.confgate.fact.Site;
import io.github.confgate.fact.State;
import io.github.confgate.fact.Surroundings;
import io.github.confgate.fact.Tree;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.Rules;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.History;
import io.github.confgate.source.Range;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceReader;
import io.github.confgate.source.Step;
import io.github.confgate.source.Steps;
import io.github.confgate.source.UsageException;
import io.github.confgate.verdict.Approvals;
import io.github.confgate.verdict.Baseline;
import io.github.confgate.verdict.Claim;
import io.github.confgate.verdict.Decided;
import io.github.confgate.verdict.Gate;
import io.github.confgate.verdict.Judge;
import io.github.confgate.verdict.Policy;
import io.github.confgate.verdict.PolicyWaiver;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges every commit of a mainline, oldest first, each by what was known then. History is read once, from its beginning;
 * nothing of it is held but what keys held ({@link Chronicle}).
 *
 * <p>Files belong to the same environment in all of history: the names of every file that ever was tell which.
 */
public final class Auditor {

    private final SourceReader reader;
    private final Rules rules;
    private final boolean walks;
    private final boolean enforces;

    public Auditor(SourceReader reader, Rules rules) {
        this(reader, rules, false);
    }

    /** @param walks whether each answer is looked for in history again, as a check does; slow, for comparison */
    Auditor(SourceReader reader, Rules rules, boolean walks) {
        this(reader, rules, walks, false);
    }

    /** @param enforces whether policies that only observe block as if they did not */
    Auditor(SourceReader reader, Rules rules, boolean walks, boolean enforces) {
        this.reader = reader;
        this.rules = rules;
        this.walks = walks;
        this.enforces = enforces;
    }

    /**
     * Tells of a mainline's history.
     *
     * @throws UsageException when the request or the policy is wrong
     * @throws io.github.confgate.source.CannotJudgeException when the clone lacks a part of the history
     */
    public void audit(AuditRequest request, Consumer<AuditEntry> sink) {
        Range range = reader.resolve(whole(request));
        if (!(range.head() instanceof Revision.Commit tip)) {
            throw new UsageException("`" + request.tip() + "` is no commit");
        }
        PolicyFile policy = PolicyFile.find(reader, range, request.policy(), rules);
        ConfigurationFiles configuration = ConfigurationFiles.with(
                policy.policy().documents(), policy.policy().environmentPaths());
        Steps steps = reader.steps(
                tip,
                path -> configuration.choose(path).configuration()
                        || configuration.isUnknown(path)
                        || (request.policyAtCommit() && path.equals(PolicyAt.NAME)));
        int first = request.after() == null ? 0 : numberOf(request.after(), steps) + 1;
        sink.accept(new AuditEntry.Header(request, tip.sha(), steps.commits(), policy.source(), policy.sha256()));
        try (StepFeed feed = new StepFeed(reader, configuration, policy.policy().limits(), steps.iterator())) {
            Course course = new Course(request, tip, first, configuration, policy, steps, sink);
            for (StepFeed.Read read = feed.next(); read != null; read = feed.next()) {
                course.judge(read);
            }
            sink.accept(course.summary());
        }
    }

    private static RangeRequest whole(AuditRequest request) {
        return new RangeRequest.Between(request.tip(), request.tip());
    }

    private int numberOf(String revision, Steps steps) {
        Revision base =
                reader.resolve(new RangeRequest.Between(revision, revision)).head();
        return steps.number(base.label())
                .orElseThrow(() -> new UsageException("`" + revision
                        + "` is not on the mainline that is audited; name one of its first-parent commits"));
    }

    /** The way through history. */
    private final class Course {
        private final AuditRequest request;
        private final Revision.Commit tip;
        private final int first;
        private final ConfigurationFiles configuration;
        private final Steps steps;
        private final Set<String> paths;
        private final Consumer<AuditEntry> sink;
        private final Masking masking = new Masking();
        private final AuditTally tally = new AuditTally();
        private final AuditedWaivers waivers = new AuditedWaivers();
        private final Map<String, Set<KeyPath.Segment>> parts = new HashMap<>();
        private final Map<String, Set<String>> sections = new HashMap<>();
        private final Map<Revision.Commit, Site> apart = new HashMap<>();
        private final FileStore store;
        private final LiveFiles files;
        private PolicyFile found;
        private Policy policy;
        private @Nullable DeclaredEnvironment ground;
        private EnvironmentMap environments;
        private Layers layers;
        private final Chronicle chronicle;

        Course(
                AuditRequest request,
                Revision.Commit tip,
                int first,
                ConfigurationFiles configuration,
                PolicyFile found,
                Steps steps,
                Consumer<AuditEntry> sink) {
            this.request = request;
            this.tip = tip;
            this.first = first;
            this.configuration = configuration;
            this.found = found;
            this.policy = request.policyAtCommit() ? Policy.builtin() : found.policy();
            this.steps = steps;
            this.paths = steps.paths().stream()
                    .filter(path -> !configuration.isUnknown(path))
                    .collect(Collectors.toUnmodifiableSet());
            this.sink = sink;
            this.store = new FileStore(reader, configuration, found.policy().limits());
            this.files = new LiveFiles(store);
            this.ground = ground();
            this.environments = mapped();
            this.layers = Layers.of(environments, this.policy.layers(), shape());
            this.chronicle = new Chronicle(files, environments, layers);
        }

        private @Nullable DeclaredEnvironment ground() {
            return Grounds.of(reader, whole(request), tip, policy.environments());
        }

        private EnvironmentMap mapped() {
            return EnvironmentMap.of(paths, parts, sections, policy.environments(), ground);
        }

        /** Stacks are those of the tip: what files say of each other there holds for all of history. */
        private State shape() {
            return State.of(path -> reader.file(tip, path), store);
        }

        void judge(StepFeed.Read read) {
            Step step = read.step();
            ChangedFiles compared = ChangedFiles.compare(
                    step.pairs(), configuration, file -> read.of(file).parsed());
            look(compared, step);
            files.begin(read);
            State before = State.of(files::before, files);
            Tree after = Tree.of(files::after, files, files::pathsAfter);
            Map<String, String> oldPaths = oldPaths(step);
            chronicle.at(before, oldPaths);
            if (isTold(step)) {
                compared.diagnostics().forEach(diagnostic -> {
                    tally.add(diagnostic);
                    sink.accept(new AuditEntry.Noted(step.commit(), diagnostic));
                });
                unread(step);
                changes(read, compared, before, after, oldPaths);
            }
            Map<String, ChangedFiles.Compared> sets = new HashMap<>();
            compared.sets().forEach(set -> sets.put(set.pair().path(), set));
            for (FilePair pair : step.pairs()) {
                ChangedFiles.Compared set = sets.get(pair.path());
                chronicle.record(step, pair, set == null ? null : set.changes(), before, after);
            }
            files.end();
            followPolicy(step);
        }

        /** Configuration by its look that changed and that nobody reads. */
        private void unread(Step step) {
            step.pairs().stream()
                    .map(FilePair::path)
                    .filter(configuration::isUnknown)
                    .map(ChangedFiles::ofNoFormat)
                    .forEach(diagnostic -> {
                        tally.add(diagnostic);
                        sink.accept(new AuditEntry.Noted(step.commit(), diagnostic));
                    });
        }

        private boolean isTold(Step step) {
            CommitInfo commit = step.commit();
            return step.number() >= first
                    && (request.since() == null || !commit.time().isBefore(request.since()))
                    && (request.until() == null || commit.time().isBefore(request.until()));
        }

        /** Documents of a file that name an environment tell more of where its values belong. */
        private void look(ChangedFiles compared, Step step) {
            boolean more = false;
            for (ChangedFiles.Compared set : compared.sets()) {
                Document document = set.changes().after();
                if (document != null && document.parts().size() > 1) {
                    Set<KeyPath.Segment> known = parts.computeIfAbsent(document.path(), path -> new LinkedHashSet<>());
                    List<KeyPath.Segment> ids =
                            document.parts().stream().map(Part::id).toList();
                    more |= known.addAll(ids) && EnvironmentMap.tellEnvironments(ids);
                }
            }
            for (ChangedFiles.Compared set : compared.sets()) {
                Document document = set.changes().after();
                Set<String> named =
                        document == null ? Set.of() : EnvironmentMap.sections(document, policy.environments());
                more |= !named.isEmpty()
                        && sections.computeIfAbsent(set.changes().path(), path -> new LinkedHashSet<>())
                                .addAll(named);
            }
            if (more) {
                map(step.number());
            }
        }

        /** Another policy, or documents that nobody had seen, tell anew where values belong. */
        private void map(int from) {
            ground = ground();
            environments = mapped();
            layers = Layers.of(environments, policy.layers(), shape());
            chronicle.follow(environments, layers, from);
        }

        private void followPolicy(Step step) {
            if (request.policyAtCommit()
                    && step.pairs().stream().anyMatch(pair -> pair.path().equals(PolicyAt.NAME))) {
                Revision now = new Revision.Commit(step.commit().sha());
                found = PolicyFile.find(reader, new Range(now, now, now), null, rules);
                policy = found.policy();
                map(step.number() + 1);
            }
        }

        private void changes(
                StepFeed.Read read, ChangedFiles compared, State before, Tree after, Map<String, String> oldPaths) {
            Step step = read.step();
            List<Change> changes = compared.sets().stream()
                    .flatMap(set -> set.changes().changes().stream())
                    .flatMap(change -> RangeFiles.bySections(change, environments))
                    .filter(change -> request.key() == null || isKey(request.key(), change))
                    .toList();
            if (changes.isEmpty()) {
                tellOfWaivers(step.commit(), claims(read, changes, List.of()), List.of(), List.of());
                return;
            }
            List<PromotionLedger.Subject> subjects =
                    new FactFinder(environments, new EffectiveValues(layers, before, after)).subjects(changes);
            List<Masked> shown = changes.stream().map(masking::mask).toList();
            PromotionLedger ledger = new PromotionLedger(evidence(step, oldPaths), walks ? null : chronicle);
            List<Facts> facts = FactFinder.facts(
                    subjects,
                    shown,
                    ledger.promotions(subjects),
                    new Surroundings(before, after, environments, layers)
                            .with(new Circumstances(
                                    policy.rampStep(),
                                    () -> List.of(step.commit().subject()))));
            Instant at = step.commit().time();
            Freezes freezes = new Freezes(
                    policy, at, environments, new Notices(found.rules(), policy.rules(), masking), subjects, ledger);
            List<List<Finding>> findings = new ArrayList<>();
            for (int i = 0; i < facts.size(); i++) {
                Facts each = facts.get(i);
                List<Finding> own = new ArrayList<>(
                        compared.sure(each.change(), found.rules().judge(each, policy.rules())));
                own.addAll(freezes.findings(i, subjects.get(i), each));
                findings.add(own);
            }
            List<Finding> all = findings.stream().flatMap(List::stream).toList();
            Gate gate = enforces ? policy.gate().enforced() : policy.gate();
            List<Claim> claims = claims(read, changes, all);
            List<Claim> wanted = claims.stream()
                    .filter(claim -> all.stream().anyMatch(claim::covers))
                    .toList();
            Judge judge = new Judge(gate, wanted, Approvals.none(), Baseline.none());
            boolean blocks = false;
            for (int i = 0; i < facts.size(); i++) {
                List<Decided> decided = findings.get(i).stream()
                        .sorted(Inspector.STRONGEST_FIRST)
                        .map(finding -> judge.decide(finding, null))
                        .toList();
                if (isAskedFor(facts.get(i))) {
                    blocks |= decided.stream().anyMatch(one -> one.decision() == Decided.Decision.BLOCK);
                    tally.add(facts.get(i), decided);
                    sink.accept(new AuditEntry.Changed(step.commit(), step.parent(), facts.get(i), decided));
                }
            }
            blocks |= tellOfWaivers(step.commit(), claims, facts, all).stream()
                    .anyMatch(finding -> judge.decide(finding, null).decision() == Decided.Decision.BLOCK);
            tally.endCommit(blocks);
        }

        /** The waivers as they stood on the day of a commit that brings some, meets some, or would have wanted some. */
        private List<Claim> claims(StepFeed.Read read, List<Change> changes, List<Finding> all) {
            boolean marked = read.step().pairs().stream()
                    .anyMatch(pair -> read.isMarked(pair.before()) || read.isMarked(pair.after()));
            boolean wanted = !all.isEmpty() && !policy.waivers().entries().isEmpty();
            return marked || wanted || policy.waivers().trailers()
                    ? finder(read.step().commit(), new StepClaims(reader, read, files, store, changes))
                            .claims()
                    : List.of();
        }

        private ClaimFinder finder(CommitInfo commit, ClaimPlaces places) {
            LocalDate day = LocalDate.ofInstant(commit.time(), ZoneOffset.UTC);
            return new ClaimFinder(policy, found.path(), found.rules()::isKnown, places, masking, day);
        }

        private ClaimNotices words(List<PolicyWaiver> kept) {
            Notices notices = new Notices(found.rules(), policy.rules(), masking);
            return new ClaimNotices(notices, this::isAtTip, kept);
        }

        private boolean isAtTip(List<PathGlob> globs) {
            return !reader.files(tip, path -> globs.stream().anyMatch(glob -> glob.matches(path)))
                    .isEmpty();
        }

        /** What there is to say of the waivers of a commit. */
        private List<Finding> tellOfWaivers(
                CommitInfo commit, List<Claim> claims, List<Facts> facts, List<Finding> all) {
            if (claims.isEmpty()) {
                return List.of();
            }
            List<Finding> about = words(List.of()).others(claims, all, facts).stream()
                    .filter(this::isSure)
                    .toList();
            waivers.add(commit, about);
            return about;
        }

        /** Where only some keys are audited, nobody knows of a waiver that it accepts nothing. */
        private boolean isSure(Finding finding) {
            return request.key() == null || !finding.rule().value().equals("waiver-unused");
        }

        /** In the end also what nothing has asked for is told of the policy's waivers, as they stand at the tip. */
        AuditEntry.Summary summary() {
            List<PolicyWaiver> entries = policy.waivers().entries();
            if (!entries.isEmpty()) {
                CommitInfo commit = reader.commit(tip);
                List<Claim> claims = finder(commit, new NoPlaces()).claims();
                waivers.add(
                        commit,
                        words(entries).others(claims, List.of(), List.of()).stream()
                                .filter(this::isSure)
                                .toList());
            }
            return tally.summary(waivers);
        }

        private static boolean isKey(KeyGlob wanted, Change change) {
            return wanted.matches(change.key())
                    || change.before().map(leaf -> wanted.matches(leaf.key())).orElse(false);
        }

        private boolean isAskedFor(Facts facts) {
            String name = request.environment();
            return name == null
                    || facts.reaches().stream().anyMatch(environment -> environment.answersTo(name))
                    || (facts.environment() != null && facts.environment().answersTo(name));
        }

        private static Map<String, String> oldPaths(Step step) {
            Map<String, String> oldPaths = new HashMap<>();
            for (FilePair pair : step.pairs()) {
                if (pair.before() != null && !pair.before().path().equals(pair.path())) {
                    oldPaths.put(pair.path(), pair.before().path());
                }
            }
            return oldPaths;
        }

        private Evidence evidence(Step step, Map<String, String> oldPaths) {
            String parent = step.parent();
            Supplier<History> walked =
                    () -> parent == null ? new NoHistory() : reader.history(new Revision.Commit(parent));
            Site here = new Site(
                    walks ? walked.get() : new RecordedHistory(steps, walked),
                    null,
                    files::before,
                    files::after,
                    oldPaths,
                    files,
                    environments,
                    layers,
                    false);
            return new Evidence(
                    here,
                    new EnvironmentSites(reader, policy, ground, step.commit().time(), here, apart),
                    step.commit().time(),
                    key -> policy.environmentSpecific().stream().anyMatch(glob -> glob.matches(key)),
                    policy.mapped(),
                    masking);
        }
    }
}
