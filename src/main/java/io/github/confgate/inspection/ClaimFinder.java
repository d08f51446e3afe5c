package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.change.Masking;
import io.github.confgate.document.Document;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Leaves;
import io.github.confgate.document.Part;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.RuleId;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.RangeCommit;
import io.github.confgate.source.Region;
import io.github.confgate.source.SourceFile;
import io.github.confgate.verdict.Claim;
import io.github.confgate.verdict.ClaimReader;
import io.github.confgate.verdict.InlineComment;
import io.github.confgate.verdict.InlineComment.Target;
import io.github.confgate.verdict.InlineComments;
import io.github.confgate.verdict.Policy;
import io.github.confgate.verdict.PolicyWaiver;
import io.github.confgate.verdict.Trailers;
import io.github.confgate.verdict.Waiver;
import io.github.confgate.verdict.Waivers;
import io.github.confgate.verdict.WrittenClaim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the waivers that may be about what is judged: those of the policy, comments of the changed files, trailers. For
 * a range and for a commit of the mainline alike; where each has them is told by {@link ClaimPlaces}.
 */
final class ClaimFinder {

    private final Waivers settings;
    private final String path;
    private final ClaimPlaces places;
    private final Masking masking;
    private final ClaimReader claims;

    /**
     * @param policy that judges
     * @param path where it stands
     * @param isRule whether a rule is known
     * @param today by which waivers are over
     */
    ClaimFinder(
            Policy policy,
            String path,
            Predicate<RuleId> isRule,
            ClaimPlaces places,
            Masking masking,
            LocalDate today) {
        this.settings = policy.waivers();
        this.path = path;
        this.places = places;
        this.masking = masking;
        this.claims = new ClaimReader(settings, today, isRule);
    }

    /** All of them, those that weigh most first. */
    List<Claim> claims() {
        return found().map(this::masked).toList();
    }

    private Stream<Claim> found() {
        List<Claim> all = new ArrayList<>(claims.ofPolicy(path));
        places.pairs().forEach(pair -> comments(pair, all));
        if (settings.trailers()) {
            for (RangeCommit commit : places.commits()) {
                for (WrittenClaim written : Trailers.of(commit.message())) {
                    all.add(claims.ofTrailer(written, commit.author(), path, Region.start()));
                }
            }
        }
        return all.stream();
    }

    /** A waiver that the policy of head has, by the conditions of the policy that judges. */
    Claim ofHead(PolicyWaiver entry) {
        return masked(claims.ofPolicy(entry, PolicyAt.NAME));
    }

    private Claim masked(Claim claim) {
        Waiver waiver = claim.waiver();
        return new Claim(
                new Waiver(
                        waiver.source(), waiver.by(), masking.line(waiver.reason()), waiver.ticket(), waiver.expires()),
                claim.rules(),
                claim.scope(),
                claim.path(),
                claim.region(),
                masking.line(claim.text()),
                claim.standing(),
                claim.why(),
                claim.fresh());
    }

    private void comments(FilePair pair, List<Claim> all) {
        List<InlineComment> now = comments(pair.after());
        // Only what is removed can be excused by a comment that is removed with it.
        List<InlineComment> before = now.isEmpty() && pair.after() != null && !places.loses(pair.path())
                ? List.of()
                : comments(places.atBase(pair.path()).orElse(null));
        for (InlineComment comment : now) {
            Set<Target> known = new HashSet<>(comment.targets());
            known.removeIf(target -> before.stream().noneMatch(old -> isSame(old, comment, target)));
            boolean head = settings.inline() == Waivers.Inline.HEAD;
            Set<Target> counted = known.isEmpty() || head ? comment.targets() : known;
            all.add(claims.ofComment(
                    comment, change -> isAt(change, pair.path(), counted), pair.path(), !known.isEmpty()));
        }
        Set<Target> left = before.isEmpty() ? Set.of() : targets(pair.after());
        for (InlineComment comment : before) {
            Set<Target> gone = new HashSet<>(comment.targets());
            gone.removeAll(left);
            if (!gone.isEmpty()) {
                Claim.Scope scope = facts -> facts.change() instanceof Change.Removed && isAt(facts, pair.path(), gone);
                all.add(claims.ofComment(comment, scope, pair.path(), true));
            }
        }
    }

    private static boolean isSame(InlineComment old, InlineComment now, Target target) {
        return old.problem().isEmpty()
                && old.targets().contains(target)
                && old.claim().rules().containsAll(now.claim().rules());
    }

    /** Whether a change is of one of these values of a file. */
    private static boolean isAt(Facts facts, String path, Set<Target> targets) {
        Change change = facts.change();
        Optional<Leaf> leaf = change.after().or(change::before);
        return change.path().equals(path)
                && leaf.isPresent()
                && targets.contains(new Target(change.part().id(), leaf.get().key()));
    }

    private List<InlineComment> comments(@Nullable SourceFile file) {
        if (file == null) {
            return List.of();
        }
        Optional<String> text = places.text(file).filter(each -> each.contains(InlineComments.MARK));
        if (text.isEmpty()) {
            return List.of();
        }
        Optional<Document> document = places.document(file);
        return document.filter(each -> !each.isOpaque())
                .map(each -> InlineComments.of(each, text.get()))
                .orElse(List.of());
    }

    private Set<Target> targets(@Nullable SourceFile file) {
        Set<Target> targets = new HashSet<>();
        Optional<Document> document = file == null ? Optional.empty() : places.document(file);
        for (Part part : document.map(Document::parts).orElse(List.of())) {
            Leaves.of(part).forEach(leaf -> targets.add(new Target(part.id(), leaf.key())));
        }
        return targets;
    }
}
