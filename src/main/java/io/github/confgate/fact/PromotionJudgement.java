package io.github.confgate.fact;

import io.github.confgate.document.Document;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.History;
import io.github.confgate.source.Location;
import io.github.confgate.source.Region;
import io.github.confgate.source.SourceFile;
import java.time.Duration;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what the histories of the counterparts say into the status of the contract: the first that holds. */
final class PromotionJudgement {

    private final Evidence evidence;
    private final IdentityHashMap<PromotionLedger.Candidate, Optional<Lookup.Held>> heads = new IdentityHashMap<>();

    PromotionJudgement(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Of several counterparts the one that proves most counts. */
    Promotion judge(
            PromotionLedger.Subject subject,
            Pipeline.Stage stage,
            Environment from,
            List<PromotionLedger.Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> judge(subject, stage, from, candidate))
                .min(Comparator.comparing(Promotion::status))
                .orElseGet(() -> Promotion.of(Promotion.Status.NO_COUNTERPART, from));
    }

    private Promotion judge(
            PromotionLedger.Subject subject,
            Pipeline.Stage stage,
            Environment from,
            PromotionLedger.Candidate candidate) {
        KeyTimeline timeline = candidate.timeline();
        Wanted wanted = timeline.wanted();
        KeyTimeline proof = candidate.proof();
        Optional<Lookup.Held> head = inHead(candidate);
        Promotion.Match inHead = wanted.match(head, candidate.typed());
        boolean isHeld = proof.isHeld();
        boolean gets = inHead != null
                && !timeline.isHeld()
                && (!wanted.removal() || timeline.tip().isPresent());
        boolean waits = !isHeld && !gets && proof.run() == null && timeline.isHeld();
        KeyTimeline.Run run = waits ? timeline.run() : proof.run();
        CommitInfo began = run == null ? null : begin(candidate, waits, run);
        Duration soak = began == null ? Duration.ZERO : soak(began);
        Promotion.Status status;
        if (isHeld) {
            status = soak.compareTo(stage.soak()) >= 0 ? Promotion.Status.PROMOTED : Promotion.Status.TOO_FRESH;
        } else if (gets) {
            status = Promotion.Status.SAME_COMMIT;
        } else if (waits) {
            status = Promotion.Status.TOO_FRESH;
        } else if (run != null) {
            status = Promotion.Status.MOVED_ON;
        } else {
            boolean had = timeline.everHeld() || proof.everHeld();
            status = had ? Promotion.Status.SKIPPED : Promotion.Status.NO_COUNTERPART;
        }
        boolean counts = status == Promotion.Status.PROMOTED
                || status == Promotion.Status.TOO_FRESH
                || status == Promotion.Status.MOVED_ON;
        Promotion.Match match = !counts || run == null ? null : run.match();
        return new Promotion(
                status,
                candidate.placement().environment() == null
                        ? from
                        : candidate.placement().environment(),
                counts ? match : gets ? inHead : null,
                counts ? began : null,
                isHeld ? soak : waits ? Duration.ZERO : null,
                counterpart(candidate, timeline.tip()),
                shown(proof.tip(), wanted),
                proof.tip().isPresent() ? proof.tipSince() : null,
                status == Promotion.Status.MOVED_ON && proof.wentBack(),
                isNewToBoth(subject, timeline, head, gets),
                null,
                null,
                translates(wanted, timeline.tip().or(() -> head)),
                fallback(subject, wanted),
                stage.soak(),
                known(candidate, waits));
    }

    /** A clock that ran backwards, or a commit from the future, has soaked for no time. */
    private Duration soak(CommitInfo began) {
        Duration soak = Duration.between(began.time(), evidence.at());
        return soak.isNegative() ? Duration.ZERO : soak;
    }

    /** The commit that brought a value, at the time that its mainline has for it. */
    private CommitInfo begin(PromotionLedger.Candidate candidate, boolean waits, KeyTimeline.Run run) {
        History deployed = candidate.site().deployed();
        History proof = deployed == null || waits ? candidate.site().history() : deployed;
        CommitInfo commit = run.start().commit();
        return commit.at(proof.time(commit, evidence.at()));
    }

    private static Promotion.Known known(PromotionLedger.Candidate candidate, boolean waits) {
        if (waits) {
            return Promotion.Known.MERGED_ONLY;
        }
        return candidate.deployed() == null ? Promotion.Known.MERGED : Promotion.Known.DEPLOYED;
    }

    /**
     * Whether the counterpart holds the wanted value after the change. Where it does not hold it before, that decides the
     * status, whatever it held once; what deployments say of it is another question.
     */
    boolean isBrought(PromotionLedger.Candidate candidate) {
        return candidate.deployed() == null
                && candidate.timeline().wanted().match(inHead(candidate), candidate.typed()) != null;
    }

    private Optional<Lookup.Held> inHead(PromotionLedger.Candidate candidate) {
        return heads.computeIfAbsent(
                candidate, each -> effective(each, each.site().head()).map(Stack.Found::held));
    }

    private Optional<Stack.Found> effective(PromotionLedger.Candidate candidate, Evidence.Finder finder) {
        Wanted wanted = candidate.timeline().wanted();
        return candidate.stack().find(State.of(finder, candidate.site().files()), wanted.part(), wanted.key());
    }

    /** A removed key is looked for with the value that takes its place. */
    private @Nullable String fallback(PromotionLedger.Subject subject, Wanted wanted) {
        return subject.change().after().isPresent() || wanted.removal()
                ? null
                : evidence.masking().text(wanted.part(), wanted.leaf());
    }

    static Optional<Lookup.Held> find(Document document, Wanted wanted) {
        return Lookup.part(document, wanted.part()).flatMap(part -> Lookup.find(part, wanted.key()));
    }

    private static boolean isNewToBoth(
            PromotionLedger.Subject subject, KeyTimeline timeline, Optional<Lookup.Held> head, boolean gets) {
        boolean comes = subject.change().before().isEmpty() && timeline.tip().isEmpty() && head.isPresent() && !gets;
        boolean goes = subject.change().after().isEmpty()
                && timeline.tip().isPresent()
                && head.isEmpty()
                && timeline.wanted().match(timeline.tip(), true) == null
                && timeline.tip().get().leaves().stream().noneMatch(leaf -> leaf.text()
                        .equals(timeline.wanted().leaf().text()));
        return comes || goes;
    }

    private @Nullable Location counterpart(PromotionLedger.Candidate candidate, Optional<Lookup.Held> held) {
        Site site = candidate.site();
        String path = held.flatMap(there -> effective(candidate, site.base()))
                .map(Stack.Found::path)
                .orElse(candidate.placement().path());
        Optional<SourceFile> file = site.base().file(path).or(() -> site.head().file(path));
        Region region = held.map(Lookup.Held::leaves).orElse(List.of()).stream()
                .findFirst()
                .map(Leaf::region)
                .orElse(Region.start());
        return file.map(found -> new Location(found.path(), region, found.revision()))
                .orElse(null);
    }

    private @Nullable String shown(Optional<Lookup.Held> held, Wanted wanted) {
        if (held.isEmpty() || held.get().leaves().isEmpty()) {
            return null;
        }
        List<Leaf> leaves = held.get().leaves();
        if (leaves.size() > 1 || held.get().member()) {
            return leaves.size() + (leaves.size() == 1 ? " item" : " items");
        }
        return evidence.masking().text(wanted.part(), leaves.get(0).besides(wanted.leaf()));
    }

    private static boolean translates(Wanted wanted, Optional<Lookup.Held> held) {
        String neutral = EnvironmentNames.neutral(wanted.leaf().text());
        return !wanted.removal()
                && held.map(Lookup.Held::leaves).orElse(List.of()).stream()
                        .anyMatch(leaf -> !leaf.text().equals(wanted.leaf().text())
                                && EnvironmentNames.neutral(leaf.text()).equals(neutral));
    }
}
