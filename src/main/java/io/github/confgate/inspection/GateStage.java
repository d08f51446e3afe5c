package io.github.confgate.inspection;

import io.github.confgate.change.Masking;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.PromotionLedger;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rules;
import io.github.confgate.source.Content;
import io.github.confgate.source.Diagnostic;
import io.github.confgate.source.Range;
import io.github.confgate.source.RangeCommit;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.verdict.ApprovalSource;
import io.github.confgate.verdict.Approvals;
import io.github.confgate.verdict.Baseline;
import io.github.confgate.verdict.Claim;
import io.github.confgate.verdict.Decided;
import io.github.confgate.verdict.Fingerprint;
import io.github.confgate.verdict.Gate;
import io.github.confgate.verdict.Judge;
import io.github.confgate.verdict.Policy;
import io.github.confgate.verdict.PolicyWaiver;
import io.github.confgate.verdict.Waivers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The last stage: what the gate itself has to say, and what becomes of all findings. */
final class GateStage {

    private static final ApprovalSource.Answer NOTHING = new ApprovalSource.Answer(Approvals.none(), List.of());
    private static final String UNASKED =
            "whether a review or a label accepts what this range asks for was not asked: that takes the action on a pull"
                    + " request with a `token`, or --approvals FILE";

    private final SourceReader reader;
    private final Rules builtin;
    private final InspectionRequest request;
    private final Range range;
    private final PolicyFile found;
    private final RangeFiles files;
    private final Masking masking;
    private final Notices notices;

    GateStage(
            SourceReader reader,
            Rules builtin,
            InspectionRequest request,
            Range range,
            PolicyFile found,
            RangeFiles files,
            Masking masking) {
        this.reader = reader;
        this.builtin = builtin;
        this.request = request;
        this.range = range;
        this.found = found;
        this.files = files;
        this.masking = masking;
        this.notices = new Notices(found.rules(), found.policy().rules(), masking);
    }

    /** A finding, and the change that it is about; null for one about none. */
    record Found(Finding finding, @Nullable String change) {}

    /** The findings with what becomes of them, and what else is to be said. */
    record Judged(List<Decided> findings, List<Diagnostic> remarks) {}

    Freezes freezes(List<PromotionLedger.Subject> subjects, PromotionLedger ledger) {
        return new Freezes(found.policy(), request.at(), files.environments(), notices, subjects, ledger);
    }

    /** What the range does to the policy, and in code to what configuration is worth. */
    List<Finding> trust() {
        List<Finding> findings =
                new ArrayList<>(new PolicyTrust(reader, range, builtin, notices, found, request.at()).findings());
        findings.addAll(new CodeNotices(reader, range, files, notices, masking).findings());
        return findings;
    }

    /** @param facts of every change of configuration */
    Judged judge(List<Found> all, List<Facts> facts) {
        LocalDate today = LocalDate.ofInstant(request.at(), ZoneOffset.UTC);
        ClaimFinder finder = new ClaimFinder(
                found.policy(),
                found.path(),
                found.rules()::isKnown,
                new RangeClaims(reader, range, files),
                masking,
                today);
        List<Claim> claims = finder.claims();
        ClaimNotices words = new ClaimNotices(notices, files::hasAtHead, claims.isEmpty() ? List.of() : kept());
        List<Optional<Finding>> wishes = claims.stream().map(words::request).toList();
        List<Finding> own =
                new ArrayList<>(wishes.stream().flatMap(Optional::stream).toList());
        ApprovalSource.Answer answer = answer(all, own);
        Approvals approvals = answer.approvals();
        List<Claim> granted = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            granted.add(wishes.get(i)
                    .flatMap(finding -> approvals.of(finding.rule().value(), Fingerprint.of(finding)))
                    .map(approval -> claim.granted(approval.by()))
                    .orElse(claim));
        }
        if (!approvals.approvals().isEmpty()) {
            List<Finding> weakened = all.stream().map(Found::finding).toList();
            List<PolicyWaiver> before = found.policy().waivers().entries();
            for (AcceptedEntries.Accepted each :
                    new AcceptedEntries(before, weakened, approvals).of(kept(), finder::ofHead)) {
                granted.removeIf(each::replaces);
                granted.add(each.claim());
            }
        }
        own.addAll(words.others(granted, all.stream().map(Found::finding).toList(), facts));
        Gate gate = found.policy().gate();
        Baseline baseline = baseline();
        Judge judge = new Judge(
                request.failOn() == null ? gate : gate.failingOn(request.failOn()), granted, approvals, baseline);
        List<Decided> decided = Stream.concat(all.stream(), own.stream().map(finding -> new Found(finding, null)))
                .map(each -> judge.decide(each.finding(), each.change()))
                .toList();
        List<Diagnostic> remarks = new ArrayList<>(stale(baseline, decided));
        answer.unknown().forEach(each -> remarks.add(new Diagnostic("", 0, Diagnostic.Kind.UNCHECKED, each)));
        return new Judged(decided, remarks);
    }

    /** The waivers that the policy still has after the range; of a caller's own policy all. */
    private List<PolicyWaiver> kept() {
        Policy head = found.origin() == PolicyFile.Origin.BASE
                ? PolicyAt.of(reader, range.head(), builtin).policy()
                : found.policy();
        return head == null ? List.of() : head.waivers().entries();
    }

    /** What people have accepted; nobody is asked where there is nothing that they could accept. */
    private ApprovalSource.Answer answer(List<Found> all, List<Finding> wishes) {
        boolean matters = !wishes.isEmpty() || all.stream().anyMatch(each -> Judge.isAcceptable(each.finding()));
        if (!matters || !(range.head() instanceof Revision.Commit head)) {
            return NOTHING;
        }
        Waivers.Review review = found.policy().waivers().review();
        ApprovalSource source = request.approvals();
        if (source == null) {
            return review.isNone() ? NOTHING : new ApprovalSource.Answer(Approvals.none(), List.of(UNASKED));
        }
        ApprovalSource.Answer answer = source.ask(review, head.sha());
        return new ApprovalSource.Answer(answer.approvals().on(head.sha(), authors()), answer.unknown());
    }

    private List<String> authors() {
        List<String> authors = new ArrayList<>();
        for (RangeCommit commit : reader.commits(range)) {
            authors.add(commit.author());
            authors.add(commit.email());
        }
        return authors;
    }

    /** A baseline of the repository is that of base, so that no range can bring its own. */
    private Baseline baseline() {
        Path file = request.baseline();
        if (file == null) {
            return Baseline.none();
        }
        Optional<String> inside = range.head() instanceof Revision.Commit ? reader.within(file) : Optional.empty();
        if (inside.isEmpty()) {
            return Baseline.read(file.toString(), PolicyFile.bytes(file, "baseline", "--baseline"));
        }
        Optional<SourceFile> known = reader.file(range.base(), inside.get());
        return known.isPresent()
                        && reader.read(known.get(), found.policy().limits().bytes()) instanceof Content.Bytes content
                ? Baseline.read(inside.get(), content.bytes())
                : Baseline.none();
    }

    private static List<Diagnostic> stale(Baseline baseline, List<Decided> decided) {
        List<String> stale = baseline.stale(decided);
        if (stale.isEmpty()) {
            return List.of();
        }
        String first = stale.get(0);
        return List.of(new Diagnostic(
                baseline.name(),
                baseline.lines().getOrDefault(first, 0),
                Diagnostic.Kind.STALE,
                "`" + first + "` is no finding of this range"
                        + (stale.size() > 1 ? ", and neither are " + (stale.size() - 1) + " more entries" : "")
                        + "; --write-baseline takes out what is over"));
    }
}
