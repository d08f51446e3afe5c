package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.change.Masked;
import io.github.confgate.document.KeyPath;
import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.EnvironmentMap;
import io.github.confgate.fact.EnvironmentNames;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Pipeline;
import io.github.confgate.fact.Placement;
import io.github.confgate.fact.Promotion;
import io.github.confgate.fact.PromotionLedger;
import io.github.confgate.fact.Reader;
import io.github.confgate.fact.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Draws the facts of every change of a range. */
final class FactFinder {

    private final EnvironmentMap environments;
    private final EffectiveValues values;

    FactFinder(EnvironmentMap environments, EffectiveValues values) {
        this.environments = environments;
        this.values = values;
    }

    /** The subjects of the changes, in their order. */
    List<PromotionLedger.Subject> subjects(List<Change> changes) {
        return changes.stream().map(this::subject).toList();
    }

    private PromotionLedger.Subject subject(Change change) {
        Placement placement = values.place(placement(change));
        Environment environment = placement.environment();
        List<Environment> reaches = values.reached(change, placement);
        return new PromotionLedger.Subject(
                change, placement, environment == null && reaches.size() == 1 ? reaches.get(0) : environment, reaches);
    }

    /** A renamed file belongs to the later environment of its two paths. */
    private Placement placement(Change change) {
        Placement now = environments.of(change.path(), change.part().id(), key(change));
        String oldPath = change instanceof Change.Added ? change.path() : oldPath(change);
        if (oldPath.equals(change.path())) {
            return now;
        }
        Placement old = environments.of(oldPath, change.part().id(), key(change));
        return distance(old) < distance(now) && old.environment() != null ? old : now;
    }

    private static KeyPath key(Change change) {
        return change.after().or(change::before).map(Leaf::key).orElse(KeyPath.ROOT);
    }

    private static String oldPath(Change change) {
        if (change instanceof Change.Removed removed) {
            return removed.oldPath();
        }
        if (change instanceof Change.Modified modified) {
            return modified.oldPath();
        }
        return change instanceof Change.Moved moved ? moved.oldPath() : change.path();
    }

    private int distance(Placement placement) {
        Environment environment = placement.environment();
        return environment == null
                ? Integer.MAX_VALUE
                : environments.pipeline(placement).distance(environment);
    }

    /** The facts, from the subjects and what the ledger said of them. */
    static List<Facts> facts(
            List<PromotionLedger.Subject> subjects,
            List<Masked> shown,
            List<List<Promotion>> promotions,
            Surroundings around) {
        return facts(subjects, shown, promotions, change -> List.of(), around);
    }

    /** The same, and who reads the keys. */
    static List<Facts> facts(
            List<PromotionLedger.Subject> subjects,
            List<Masked> shown,
            List<List<Promotion>> promotions,
            Function<Change, List<Reader>> readers,
            Surroundings around) {
        List<Facts> all = new ArrayList<>();
        Facts.Neighbours neighbours = new Together(all);
        for (int i = 0; i < subjects.size(); i++) {
            PromotionLedger.Subject subject = subjects.get(i);
            Pipeline pipeline = around.environments().pipeline(subject.placement());
            all.add(new Facts(
                    subject.change(),
                    shown.get(i),
                    subject.placement().environment(),
                    subject.reaches(),
                    promotions.get(i),
                    readers.apply(subject.change()),
                    places(subject).stream().mapToInt(pipeline::distance).min().orElse(0),
                    lower(subject, pipeline),
                    pipeline.declared(),
                    neighbours,
                    around));
        }
        return all;
    }

    /** Where a change counts; one without effect still stands in its environment. */
    private static List<Environment> places(PromotionLedger.Subject subject) {
        Environment environment = subject.placement().environment();
        return subject.reaches().isEmpty() && environment != null ? List.of(environment) : subject.reaches();
    }

    private static List<String> lower(PromotionLedger.Subject subject, Pipeline pipeline) {
        List<String> lower = new ArrayList<>();
        for (Environment environment : places(subject)) {
            int rank = EnvironmentNames.rank(environment.stage());
            EnvironmentNames.ORDER.stream()
                    .filter(name -> EnvironmentNames.rank(name) < rank)
                    .forEach(lower::add);
            int distance = pipeline.distance(environment);
            pipeline.stages().stream()
                    .map(Pipeline.Stage::name)
                    .filter(name -> pipeline.declared() && pipeline.distance(Environment.of(name)) > distance)
                    .forEach(lower::add);
        }
        return lower.stream().distinct().toList();
    }
}
