package io.github.confgate.inspection;

import io.github.confgate.change.Masked;
import io.github.confgate.change.Masking;
import io.github.confgate.fact.DeclaredEnvironment;
import io.github.confgate.fact.Evidence;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Promotion;
import io.github.confgate.fact.PromotionLedger;
import io.github.confgate.fact.Site;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.RuleSheet;
import io.github.confgate.rule.Rules;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Range;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceReader;
import io.github.confgate.verdict.Decided;
import io.github.confgate.verdict.Policy;
import io.github.confgate.verdict.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stages in order: files, documents, changes, facts, findings, verdict. */
public final class Inspector {

    /** Of two as strong, the gate's own goes first: it says what to do. */
    static final Comparator<Finding> STRONGEST_FIRST = Comparator.comparing(Finding::severity)
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
        DeclaredEnvironment ground = Grounds.of(reader, request.range(), range.base(), policy.environments());
        RangeFiles files = new RangeFiles(reader, range, policy, ground);
        Masking masking = new Masking();
        List<Masked> shown = files.changes().stream().map(masking::mask).toList();
        List<PromotionLedger.Subject> subjects = subjects(files);
        PromotionLedger ledger = new PromotionLedger(evidence(request.at(), range, policy, ground, files, masking));
        RangeReaders readers = RangeReaders.find(reader, files, policy.code(), request.code(), subjects, masking);
        List<Facts> facts = FactFinder.facts(
                subjects,
                shown,
                ledger.promotions(subjects),
                readers::of,
                files.around().with(readers));
        GateStage gate = new GateStage(reader, rules, request, range, found, files, masking);
        Freezes freezes = gate.freezes(subjects, ledger);
        Excerpts excerpts = new Excerpts(files, masking);
        List<Inspection.Inspected> changes = new ArrayList<>();
        List<GateStage.Found> all = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            Facts each = facts.get(i);
            String id = "c" + (changes.size() + 1);
            List<Finding> findings =
                    new ArrayList<>(files.sure(each.change(), found.rules().judge(each, policy.rules())));
            findings.addAll(freezes.findings(i, subjects.get(i), each));
            findings.stream().sorted(STRONGEST_FIRST).forEach(finding -> all.add(new GateStage.Found(finding, id)));
            Inspection.Excerpt excerpt = findings.isEmpty() ? null : excerpts.of(each.change());
            changes.add(new Inspection.Inspected(id, each, excerpt));
        }
        for (Finding finding : gate.trust()) {
            String id = "c" + (changes.size() + 1);
            all.add(new GateStage.Found(finding, id));
            changes.add(new Inspection.Inspected(id, finding.subject(), null));
        }
        GateStage.Judged judged = gate.judge(all, facts);
        readers.save();
        List<String> undetermined = files.undetermined();
        return inspection(
                range,
                found,
                files,
                changes,
                judged.findings(),
                Stream.concat(judged.remarks().stream(), readers.diagnostics().stream())
                        .toList(),
                verdict(judged.findings(), undetermined),
                undetermined);
    }

    /** What {@link #inspect} will look for. */
    public Prospect prospect(InspectionRequest request) {
        Range range = reader.resolve(request.range());
        Policy policy = PolicyFile.find(reader, range, request.policy(), rules).policy();
        return Prospect.of(reader, range, policy, request.policy());
    }

    /**
     * Which branches a push to a server is judged for, by the policy of a commit or by the caller's own.
     *
     * @param revision null for the tip of the default branch
     * @return empty where that is asked for and there is none
     */
    public Optional<PushScope> pushScope(@Nullable String revision, @Nullable Path policy) {
        String usual = reader.names().defaultBranchName().orElse("");
        if (revision == null && usual.isEmpty()) {
            return Optional.empty();
        }
        String at = revision == null ? "refs/heads/" + usual : revision;
        Range range = reader.resolve(new RangeRequest.Between(at, at));
        Policy found = PolicyFile.find(reader, range, policy, rules).policy();
        return Optional.of(new PushScope(found.gate().branches(), usual));
    }

    /** What changed, unjudged; with an environment, only what reaches it. */
    public Inspection difference(RangeRequest request, @Nullable String environment) {
        return difference(request, environment, false);
    }

    /** The change as an environment sees it, unjudged: by key what it got before and gets now, whichever file says so. */
    public Inspection effectiveDifference(RangeRequest request, String environment) {
        return difference(request, environment, true);
    }

    private Inspection difference(RangeRequest request, @Nullable String environment, boolean effective) {
        Range range = reader.resolve(request);
        PolicyFile found = PolicyFile.find(reader, range, null, rules);
        DeclaredEnvironment ground =
                Grounds.of(reader, request, range.base(), found.policy().environments());
        RangeFiles files = new RangeFiles(reader, range, found.policy(), ground);
        Masking masking = new Masking();
        List<PromotionLedger.Subject> subjects = subjects(files);
        if (effective && environment != null) {
            subjects = files.effective().seenBy(environment, files.changedPaths(), subjects);
        }
        List<Masked> shown =
                subjects.stream().map(subject -> masking.mask(subject.change())).toList();
        List<List<Promotion>> none = subjects.stream()
                .map(subject -> List.of(Promotion.of(Promotion.Status.NOT_GATED, null)))
                .toList();
        List<Inspection.Inspected> changes = new ArrayList<>();
        for (Facts facts : FactFinder.facts(subjects, shown, none, files.around())) {
            if (environment == null || facts.reaches().stream().anyMatch(each -> each.answersTo(environment))) {
                changes.add(new Inspection.Inspected("c" + (changes.size() + 1), facts, null));
            }
        }
        return inspection(range, found, files, changes, List.of(), List.of(), Verdict.PASS, List.of());
    }

    /** The rules that judge here: the built-in ones and those of the policy of the work tree, or of {@code HEAD}. */
    public List<RuleSheet> rules() {
        Revision revision = reader.present();
        return PolicyFile.find(reader, new Range(revision, revision, revision), null, rules)
                .rules()
                .sheets();
    }

    /** How every configuration file is mapped: of the work tree, or of {@code HEAD} where there is none. */
    public EnvironmentListing environments(@Nullable Path policy) {
        Revision revision = reader.present();
        Range range = new Range(revision, revision, revision);
        Policy found = PolicyFile.find(reader, range, policy, rules).policy();
        RangeRequest request = new RangeRequest.Between("HEAD", "HEAD");
        return EnvironmentLister.list(
                reader, revision, found, Grounds.of(reader, request, revision, found.environments()));
    }

    private static Verdict verdict(List<Decided> findings, List<String> undetermined) {
        if (findings.stream().anyMatch(each -> each.decision() == Decided.Decision.BLOCK)) {
            return Verdict.BLOCK;
        }
        return undetermined.isEmpty() ? Verdict.PASS : Verdict.UNDETERMINED;
    }

    private static List<PromotionLedger.Subject> subjects(RangeFiles files) {
        return new FactFinder(files.environments(), files.effective()).subjects(files.changes());
    }

    private Evidence evidence(
            Instant at,
            Range range,
            Policy policy,
            @Nullable DeclaredEnvironment ground,
            RangeFiles files,
            Masking masking) {
        List<KeyGlob> specific = policy.environmentSpecific();
        Site here = new Site(
                range.base() instanceof Revision.Commit commit ? reader.history(commit) : new NoHistory(),
                null,
                files::atBase,
                files::atHead,
                files.oldPaths(),
                files.store(),
                files.environments(),
                files.effective().layers(),
                false);
        return new Evidence(
                here,
                new EnvironmentSites(reader, policy, ground, at, here),
                at,
                key -> specific.stream().anyMatch(glob -> glob.matches(key)),
                policy.mapped(),
                masking);
    }

    private static Inspection inspection(
            Range range,
            PolicyFile policy,
            RangeFiles files,
            List<Inspection.Inspected> changes,
            List<Decided> findings,
            List<Diagnostic> remarks,
            Verdict verdict,
            List<String> undetermined) {
        List<Diagnostic> diagnostics = new ArrayList<>(policy.remarks());
        diagnostics.addAll(remarks);
        diagnostics.addAll(files.diagnostics());
        return new Inspection(
                range,
                policy.source(),
                policy.sha256(),
                changes,
                findings,
                diagnostics,
                files.coverage(),
                verdict,
                undetermined);
    }
}
