package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.change.Masked;
import io.github.confgate.document.Lookup;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.EnvironmentMap;
import io.github.confgate.fact.EnvironmentNames;
import io.github.confgate.fact.Evidence;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Pipeline;
import io.github.confgate.fact.Placement;
import io.github.confgate.fact.Promotion;
import io.github.confgate.fact.PromotionLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the facts of every change of a range. */
final class FactFinder {

    private final EnvironmentMap environments;
    private final Evidence.Finder head;
    private final FileStore store;

    FactFinder(EnvironmentMap environments, Evidence.Finder head, FileStore store) {
        this.environments = environments;
        this.head = head;
        this.store = store;
    }

    /** The subjects of the changes, in their order. */
    List<PromotionLedger.Subject> subjects(List<Change> changes) {
        return changes.stream().map(this::subject).toList();
    }

    private PromotionLedger.Subject subject(Change change) {
        Placement placement = placement(change);
        Environment environment = placement.environment();
        List<Environment> reaches = environment != null ? List.of(environment) : reached(change, placement);
        return new PromotionLedger.Subject(
                change, placement, environment == null && reaches.size() == 1 ? reaches.get(0) : environment, reaches);
    }

    /** A renamed file belongs to the later environment of its two paths. */
    private Placement placement(Change change) {
        Placement now = environments.of(change.path(), change.part().id());
        String oldPath = change instanceof Change.Added ? change.path() : oldPath(change);
        if (oldPath.equals(change.path())) {
            return now;
        }
        Placement old = environments.of(oldPath, change.part().id());
        return distance(old) < distance(now) && old.environment() != null ? old : now;
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

    /** The environments that take a layer and do not override the key. */
    private List<Environment> reached(Change change, Placement placement) {
        List<Environment> reached = new ArrayList<>();
        for (Environment environment : placement.layerOf()) {
            boolean overridden = placement.families().stream()
                    .flatMap(family -> environments.family(family).stream())
                    .filter(other -> environment.equals(other.environment()))
                    .anyMatch(other -> overrides(other, change));
            if (!overridden) {
                reached.add(environment);
            }
        }
        return reached;
    }

    private boolean overrides(Placement placement, Change change) {
        return head.file(placement.path())
                .flatMap(store::document)
                .flatMap(document -> Lookup.part(
                        document,
                        Optional.ofNullable(placement.part())
                                .orElse(change.part().id())))
                .flatMap(part -> Lookup.find(
                        part, change.after().or(change::before).orElseThrow().key()))
                .filter(held -> !held.member())
                .isPresent();
    }

    /** The facts, from the subjects and what the ledger said of them. */
    static List<Facts> facts(
            List<PromotionLedger.Subject> subjects,
            List<Masked> shown,
            List<List<Promotion>> promotions,
            EnvironmentMap environments) {
        List<Facts> all = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            PromotionLedger.Subject subject = subjects.get(i);
            Pipeline pipeline = environments.pipeline(subject.placement());
            all.add(new Facts(
                    subject.change(),
                    shown.get(i),
                    subject.placement().environment(),
                    subject.reaches(),
                    promotions.get(i),
                    List.of(),
                    subject.reaches().stream()
                            .mapToInt(pipeline::distance)
                            .min()
                            .orElse(0),
                    lower(subject, pipeline),
                    pipeline.declared(),
                    () -> all));
        }
        return all;
    }

    private static List<String> lower(PromotionLedger.Subject subject, Pipeline pipeline) {
        List<String> lower = new ArrayList<>();
        for (Environment environment : subject.reaches()) {
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
