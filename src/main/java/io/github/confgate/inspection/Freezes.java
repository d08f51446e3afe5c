package io.github.confgate.inspection;

import io.github.confgate.fact.Environment;
import io.github.confgate.fact.EnvironmentMap;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Pipeline;
import io.github.confgate.fact.PromotionLedger;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.CommitInfo;
import io.github.confgate.verdict.Freeze;
import io.github.confgate.verdict.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the policy forbids whatever the value is: changes of frozen environments, and of files that belong to none. A
 * repair may be merged during a freeze as well.
 */
final class Freezes {

    private final Policy policy;
    private final List<Freeze> now;
    private final EnvironmentMap environments;
    private final Notices notices;
    private final Map<Integer, Freeze> frozen = new HashMap<>();
    private final Map<Integer, CommitInfo> repairs = new HashMap<>();

    Freezes(
            Policy policy,
            Instant at,
            EnvironmentMap environments,
            Notices notices,
            List<PromotionLedger.Subject> subjects,
            PromotionLedger ledger) {
        this.policy = policy;
        this.now = policy.freeze().stream().filter(freeze -> freeze.isAt(at)).toList();
        this.environments = environments;
        this.notices = notices;
        for (int i = 0; i < subjects.size() && !now.isEmpty(); i++) {
            int index = i;
            freeze(subjects.get(i)).ifPresent(freeze -> frozen.put(index, freeze));
        }
        if (!frozen.isEmpty()) {
            List<Integer> indexes = frozen.keySet().stream().sorted().toList();
            List<@Nullable CommitInfo> repaired =
                    ledger.repaired(indexes.stream().map(subjects::get).toList());
            for (int i = 0; i < indexes.size(); i++) {
                CommitInfo commit = repaired.get(i);
                if (commit != null) {
                    repairs.put(indexes.get(i), commit);
                }
            }
        }
    }

    private Optional<Freeze> freeze(PromotionLedger.Subject subject) {
        return now.stream()
                .filter(freeze -> places(subject).stream().anyMatch(place -> freezes(freeze, subject, place)))
                .findFirst();
    }

    private boolean freezes(Freeze freeze, PromotionLedger.Subject subject, Environment place) {
        Pipeline pipeline = environments.pipeline(subject.placement());
        return freeze.freezes(
                place,
                pipeline.of(place).filter(stage -> !stage.after().isEmpty()).isPresent());
    }

    private static List<Environment> places(PromotionLedger.Subject subject) {
        List<Environment> places = new ArrayList<>(subject.reaches());
        Environment own = subject.environment();
        if (own != null && !places.contains(own)) {
            places.add(own);
        }
        return places;
    }

    /** The findings of a change by its place among the subjects. */
    List<Finding> findings(int index, PromotionLedger.Subject subject, Facts facts) {
        List<Finding> found = new ArrayList<>();
        Freeze freeze = frozen.get(index);
        if (freeze != null) {
            frozen(freeze, index, subject, facts).ifPresent(found::add);
        }
        if (policy.gate().blocksUnmapped() && subject.placement().isUnmapped()) {
            notices.of(
                            "unmapped-document-changed",
                            facts,
                            what(facts) + " changes in a file that belongs to no environment",
                            Severity.CRITICAL)
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<Finding> frozen(Freeze freeze, int index, PromotionLedger.Subject subject, Facts facts) {
        CommitInfo repair = repairs.get(index);
        List<String> names = places(subject).stream()
                .filter(place -> freezes(freeze, subject, place))
                .map(Environment::name)
                .toList();
        String message = what(facts) + " changes while "
                + names.stream().sorted().collect(Collectors.joining(" and "))
                + (names.size() > 1 ? " are" : " is") + " frozen (" + freeze + ")"
                + (repair == null ? "" : "; it takes back what came after " + repair.shortSha());
        return notices.of("change-during-freeze", facts, message, repair == null ? Severity.CRITICAL : Severity.LOW);
    }

    private static String what(Facts facts) {
        return facts.change().key().isRoot() ? "the file" : facts.change().key().toString();
    }
}
