package io.github.confgate.rule.check;

import io.github.confgate.change.Change;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.FoldedKey;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds probes of readiness that go in the very range that starts a release, which only they could have stopped. */
record ProbeRemovedWithRollout(RuleSheet sheet) implements Rule {

    private static final List<KeyGlob> RELEASES = Stream.of(
                    "**.{image,image-tag,image-version,image-digest,app-version,new-tag,digest}",
                    "**.image.{tag,version,digest,name,repository}",
                    "{tag,version}",
                    "**.{strategy,update-strategy,rolling-update,deployment-strategy,update-config}.**",
                    "**.{strategy,update-strategy,deployment-strategy,max-unavailable,max-surge,min-ready-seconds,"
                            + "progress-deadline-seconds}")
            .map(KeyGlob::parse)
            .toList();

    @Override
    public List<String> needles() {
        return ProbeRemoved.NEEDLES;
    }

    @Override
    public Stream<Finding> find(Facts facts) {
        Optional<ProbeRemoved.Lost> lost = ProbeRemoved.lost(facts).filter(ProbeRemoved.Lost::isOfReadiness);
        return lost.stream()
                .flatMap(probe -> release(facts, probe.probe()).map(other -> finding(facts, probe, other)).stream());
    }

    private Finding finding(Facts facts, ProbeRemoved.Lost lost, Facts other) {
        Change release = other.change();
        String message = lost.message() + ", while " + release.key() + " changes: nothing stops the release";
        return Finding.of(sheet, facts, message);
    }

    private static Optional<Facts> release(Facts facts, KeyPath probe) {
        return facts.all().everything().stream()
                .filter(other -> isTogether(facts, other) && isRelease(other.change(), probe))
                .findFirst();
    }

    private static boolean isTogether(Facts facts, Facts other) {
        String path = facts.change().path();
        String there = other.change().path();
        return path.equals(there)
                || (folder(path).equals(folder(there)) && Objects.equals(facts.environment(), other.environment()));
    }

    private static boolean isRelease(Change change, KeyPath probe) {
        Optional<Leaf> leaf = change.after().or(change::before);
        if (leaf.isEmpty() || change.kind() == Change.Kind.MOVED || change.isUnread() || change.isSpelling()) {
            return false;
        }
        FoldedKey folded = FoldedKey.of(leaf.get().key());
        return isOfSame(leaf.get().key(), probe) && RELEASES.stream().anyMatch(glob -> glob.matches(folded));
    }

    /** Not those of another container of the same list. */
    private static boolean isOfSame(KeyPath key, KeyPath probe) {
        List<KeyPath.Segment> one = key.segments();
        List<KeyPath.Segment> other = probe.segments();
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return one.get(i) instanceof KeyPath.Name && other.get(i) instanceof KeyPath.Name;
            }
        }
        return true;
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
