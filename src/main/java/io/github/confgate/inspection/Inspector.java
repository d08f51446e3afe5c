package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.change.Masked;
import io.github.confgate.change.Masking;
import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.document.Document;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Part;
import io.github.confgate.fact.EnvironmentMap;
import io.github.confgate.fact.Evidence;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Pipeline;
import io.github.confgate.fact.Placement;
import io.github.confgate.fact.Promotion;
import io.github.confgate.fact.PromotionLedger;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Rules;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.Range;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.verdict.Decided;
import io.github.confgate.verdict.Judge;
import io.github.confgate.verdict.Policy;
import io.github.confgate.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The stages in order: files, documents, changes, facts, findings, verdict. */
public final class Inspector {

    /** Of two as strong, the gate's own goes first: it says what to do. */
    private static final Comparator<Finding> STRONGEST_FIRST = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(finding -> finding.sheet().kind() != RuleSheet.Kind.PROMOTION)
            .thenComparing(Finding::rule);

    private final SourceReader reader;
    private final Rules rules;

    public Inspector(SourceReader reader, Rules rules) {
        this.reader = reader;
        this.rules = rules;
    }

    /**
     * Judges a range.
     *
     * @throws io.github.confgate.source.UsageException when the range or the policy is wrong
     * @throws io.github.confgate.source.CannotJudgeException when the repository lacks what the verdict needs
     */
    public Inspection inspect(InspectionRequest request) {
        Range range = reader.resolve(request.range());
        PolicyFile found = PolicyFile.find(reader, range, request.policy(), rules);
        Policy policy = found.policy();
        Stages stages = new Stages(range, policy);
        Evidence evidence = stages.evidence(request);
        List<List<Promotion>> promotions = new PromotionLedger(evidence).promotions(stages.subjects);
        List<Facts> facts = FactFinder.facts(stages.subjects, stages.shown, promotions, stages.environments);
        Judge judge = new Judge(policy, Optional.ofNullable(request.failOn()).orElse(policy.failOn()));
        List<Inspection.Inspected> inspected = new ArrayList<>();
        List<Decided> decided = new ArrayList<>();
        for (Facts each : facts) {
            String id = "c" + (inspected.size() + 1);
            List<Finding> findings = rules.judge(each, policy.rules());
            findings.stream().sorted(STRONGEST_FIRST).forEach(finding -> decided.add(judge.decide(finding, id)));
            inspected.add(
                    new Inspection.Inspected(id, each, findings.isEmpty() ? null : stages.excerpt(each.change())));
        }
        List<String> undetermined = policy.observe() ? List.of() : stages.undetermined();
        List<Diagnostic> diagnostics = new ArrayList<>(found.remarks());
        diagnostics.addAll(stages.compared.diagnostics());
        return new Inspection(
                range,
                found.source(),
                found.sha256(),
                inspected,
                decided,
                diagnostics,
                stages.coverage(),
                verdict(decided, undetermined),
                undetermined);
    }

    /** What changed, unjudged; with an environment, only what reaches it. */
    public Inspection difference(RangeRequest request, @Nullable String environment) {
        Range range = reader.resolve(request);
        PolicyFile found = PolicyFile.find(reader, range, null, rules);
        Stages stages = new Stages(range, found.policy());
        List<List<Promotion>> none = stages.subjects.stream()
                .map(subject -> List.of(Promotion.of(Promotion.Status.NOT_GATED, null)))
                .toList();
        List<Inspection.Inspected> changes = new ArrayList<>();
        for (Facts facts : FactFinder.facts(stages.subjects, stages.shown, none, stages.environments)) {
            if (environment == null || facts.reaches().stream().anyMatch(each -> each.answersTo(environment))) {
                changes.add(new Inspection.Inspected("c" + (changes.size() + 1), facts, null));
            }
        }
        List<Diagnostic> diagnostics = new ArrayList<>(found.remarks());
        diagnostics.addAll(stages.compared.diagnostics());
        return new Inspection(
                range,
                found.source(),
                found.sha256(),
                changes,
                List.of(),
                diagnostics,
                stages.coverage(),
                Verdict.PASS,
                List.of());
    }

    /** How every configuration file is mapped: of the work tree, or of {@code HEAD} where there is none. */
    public EnvironmentListing environments(@Nullable Path policy) {
        Revision revision = reader.present();
        Range range = new Range(revision, revision, revision);
        return EnvironmentLister.list(
                reader, revision, PolicyFile.find(reader, range, policy, rules).policy());
    }

    private static Verdict verdict(List<Decided> findings, List<String> undetermined) {
        if (findings.stream().anyMatch(each -> each.decision() == Decided.Decision.BLOCK)) {
            return Verdict.BLOCK;
        }
        return undetermined.isEmpty() ? Verdict.PASS : Verdict.UNDETERMINED;
    }

    /** What the stages before the rules gave for one range. */
    private final class Stages {
        final Range range;
        final Policy policy;
        final ConfigurationFiles configuration;
        final FileStore store;
        final List<FilePair> pairs;
        final ChangedFiles compared;
        final Map<String, SourceFile> baseFiles;
        final Map<String, SourceFile> headFiles;
        final EnvironmentMap environments;
        final Masking masking = new Masking();
        final List<Masked> shown;
        final List<PromotionLedger.Subject> subjects;

        Stages(Range range, Policy policy) {
            this.range = range;
            this.policy = policy;
            this.configuration = ConfigurationFiles.with(policy.documents());
            this.store = new FileStore(reader, configuration);
            this.pairs = reader.changed(range.mergeBase(), range.head(), this::isConfiguration);
            this.compared = ChangedFiles.compare(pairs, configuration, store);
            this.baseFiles = files(range.base());
            this.headFiles = files(range.head());
            this.environments = map();
            List<Change> changes = compared.sets().stream()
                    .flatMap(set -> set.changes().changes().stream())
                    .toList();
            this.shown = FactFinder.shown(changes, masking);
            this.subjects = new FactFinder(environments, path -> find(headFiles, path), store).subjects(changes);
        }

        boolean isConfiguration(String path) {
            return configuration.choose(path).configuration();
        }

        private Map<String, SourceFile> files(Revision revision) {
            Map<String, SourceFile> files = new TreeMap<>();
            reader.files(revision, this::isConfiguration).forEach(file -> files.put(file.path(), file));
            return files;
        }

        private static Optional<SourceFile> find(Map<String, SourceFile> files, String path) {
            return Optional.ofNullable(files.get(path));
        }

        private EnvironmentMap map() {
            Set<String> paths = new TreeSet<>(baseFiles.keySet());
            paths.addAll(headFiles.keySet());
            pairs.forEach(pair -> paths.add(pair.path()));
            Map<String, Set<KeyPath.Segment>> parts = new HashMap<>();
            for (ChangedFiles.Compared set : compared.sets()) {
                addParts(parts, set.changes().path(), set.changes().before());
                addParts(parts, set.changes().path(), set.changes().after());
            }
            return EnvironmentMap.of(paths, parts, policy.environments());
        }

        private static void addParts(
                Map<String, Set<KeyPath.Segment>> parts, String path, @Nullable Document document) {
            if (document != null && document.parts().size() > 1) {
                Set<KeyPath.Segment> ids = parts.computeIfAbsent(path, key -> new LinkedHashSet<>());
                document.parts().stream().map(Part::id).forEach(ids::add);
            }
        }

        Evidence evidence(InspectionRequest request) {
            Map<String, String> oldPaths = new HashMap<>();
            for (FilePair pair : pairs) {
                SourceFile before = pair.before();
                if (before != null && !before.path().equals(pair.path())) {
                    oldPaths.put(pair.path(), before.path());
                }
            }
            List<KeyGlob> specific = policy.environmentSpecific();
            return new Evidence(
                    range.base() instanceof Revision.Commit commit ? reader.history(commit) : new NoHistory(),
                    path -> find(baseFiles, oldPaths.getOrDefault(path, path)),
                    path -> find(headFiles, path),
                    oldPaths,
                    store,
                    environments,
                    request.at(),
                    key -> specific.stream().anyMatch(glob -> glob.matches(key)),
                    policy.mapped(),
                    masking);
        }

        /** A gated document that nobody can read proves nothing, unless nobody could read it before. */
        List<String> undetermined() {
            return compared.unread().stream()
                    .filter(unread -> !unread.before()
                            && unread.diagnostic().kind() != Diagnostic.Kind.TEMPLATE
                            && isGated(unread.pair().path()))
                    .map(unread ->
                            unread.pair().path() + ": " + unread.diagnostic().message())
                    .toList();
        }

        private boolean isGated(String path) {
            Placement placement = environments.of(path);
            Pipeline pipeline = environments.pipeline(placement);
            return placement.environment() != null
                    ? pipeline.of(placement.environment())
                            .filter(stage -> !stage.after().isEmpty())
                            .isPresent()
                    : !placement.layerOf().isEmpty();
        }

        Inspection.Coverage coverage() {
            int unmapped = (int) pairs.stream()
                    .map(pair -> environments.of(pair.path()))
                    .filter(placement -> placement.environment() == null
                            && placement.layerOf().isEmpty())
                    .count();
            int unread = compared.unread().size();
            return new Inspection.Coverage(pairs.size(), pairs.size() - unread, unread, unmapped);
        }

        Inspection.@Nullable Excerpt excerpt(Change change) {
            return find(headFiles, change.path())
                    .flatMap(store::text)
                    .map(text -> Excerpts.of(text, change, masking))
                    .orElse(null);
        }
    }
}
