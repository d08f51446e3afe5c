package io.github.confgate.fact;

import io.github.confgate.change.Change;
import io.github.confgate.document.Leaf;
import io.github.confgate.document.Lookup;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.source.FileVersion;
import io.github.confgate.source.History;
import io.github.confgate.source.Location;
import io.github.confgate.source.SourceFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What makes a value that did not come through the environment before less dangerous: that this environment ran on it
 * until lately, or that another of its documents runs on it already.
 */
final class Repairs {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final Duration PROVEN = Duration.ofHours(24);
    /** So far may the date of a commit be from those of the commits around it. */
    private static final Duration SKEW = Duration.ofDays(60);

    private final Evidence evidence;
    private final Histories histories;

    Repairs(Evidence evidence, Histories histories) {
        this.evidence = evidence;
        this.histories = histories;
    }

    Promotion excuse(
            Promotion promotion,
            PromotionLedger.Subject subject,
            KeyTimeline own,
            List<PromotionLedger.Candidate> candidates) {
        if (promotion.status() == Promotion.Status.PROMOTED) {
            return promotion;
        }
        return promotion.excused(restores(own, candidates, promotion.required()), elsewhere(subject, own.wanted()));
    }

    /** What is to be heard of a file's own history. */
    static KeyTimeline own(Change change, Instant at) {
        return KeyTimeline.since(at.minus(LATELY).minus(SKEW), Wanted.of(change, List.of()), true);
    }

    /** The commit in which the value last was there, when to bring it back is a repair. */
    @Nullable
    CommitInfo restores(KeyTimeline own, List<PromotionLedger.Candidate> candidates, Duration soak) {
        KeyTimeline.Run run = own.run();
        FileVersion end = run == null ? null : run.end();
        if (run == null
                || end == null
                || end.commit().time().isBefore(evidence.at().minus(LATELY))) {
            return null;
        }
        Instant began = evidence.here().history().time(run.start().commit(), evidence.at());
        // Nothing has ended later than now, whatever its date says.
        Instant ended = end.commit().time().isAfter(evidence.at())
                ? evidence.at()
                : end.commit().time();
        Duration held = Duration.between(began, ended);
        boolean proven = held.compareTo(PROVEN) >= 0
                || candidates.stream().anyMatch(candidate -> wasPromoted(run.start(), candidate, soak));
        return proven ? run.newest().commit() : null;
    }

    /** Whether the counterpart had held the value for long enough when it came in. */
    private boolean wasPromoted(FileVersion cameIn, PromotionLedger.Candidate candidate, Duration soak) {
        KeyTimeline timeline = new KeyTimeline(candidate.timeline().wanted(), candidate.typed());
        boolean clocksOrder = candidate.site().apart() || candidate.site().deployed() != null;
        Predicate<FileVersion> later = clocksOrder
                ? version -> version.commit().time().isAfter(cameIn.commit().time())
                : new Past.Since(cameIn.age());
        histories.proof(candidate).tell(candidate.stack(), later, List.of(timeline));
        KeyTimeline.Run run = timeline.run();
        if (run == null || run.end() != null) {
            return false;
        }
        Instant then = cameIn.commit().time();
        Site site = candidate.site();
        History proof = site.deployed() == null ? site.history() : site.deployed();
        Instant since = proof.time(run.start().commit(), then);
        // A negative soak counts as zero.
        return soak.isZero() || Duration.between(since, then).compareTo(soak) >= 0;
    }

    private @Nullable Location elsewhere(PromotionLedger.Subject subject, Wanted wanted) {
        Environment environment = subject.environment();
        if (environment == null || wanted.removal()) {
            return null;
        }
        for (Placement other : evidence.environments().all()) {
            if (isSibling(subject, other, environment)) {
                Optional<Location> found = evidence.base()
                        .file(other.path())
                        .filter(file -> evidence.files().mayContain(file, wanted.needle()))
                        .flatMap(file -> holding(file, wanted));
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        return null;
    }

    private Optional<Location> holding(SourceFile file, Wanted wanted) {
        return evidence.files()
                .document(file)
                .flatMap(document -> PromotionJudgement.find(document, wanted))
                .filter(held -> !held.member() && wanted.match(Optional.of(held), true) != null)
                .map(Lookup.Held::leaves)
                .flatMap(leaves -> leaves.stream().map(Leaf::region).findFirst())
                .map(region -> new Location(file.path(), region, file.revision()));
    }

    /** The same kind of document of the same environment: the same file name, or the same name but for the region. */
    private boolean isSibling(PromotionLedger.Subject subject, Placement other, Environment environment) {
        Environment its = other.environment();
        return its != null
                && its.stage().equals(environment.stage())
                && !other.path().equals(subject.change().path())
                && (fileName(other.path()).equals(fileName(subject.change().path()))
                        || other.families().stream()
                                .anyMatch(subject.placement().families()::contains))
                && isSameStage(subject.placement(), its, environment);
    }

    /** A region that the policy puts before another one is an environment before it, not a part of it. */
    private boolean isSameStage(Placement placement, Environment a, Environment b) {
        Pipeline pipeline = evidence.environments().pipeline(placement);
        return pipeline.of(a).equals(pipeline.of(b));
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
