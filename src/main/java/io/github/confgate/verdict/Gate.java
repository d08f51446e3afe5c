package io.github.confgate.verdict;

import io.github.confgate.fact.Environment;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What blocks.
 *
 * @param failOn severity from which findings block where no environment says otherwise
 * @param failOnIn the same for some environments, by name or stage
 * @param observe judge and report, but let everything pass
 * @param blocksUnmapped whether a change of a file that belongs to no environment blocks
 * @param branches patterns of the branches that a server judges pushes to; empty for the default branch
 */
public record Gate(
        Severity failOn,
        Map<String, Severity> failOnIn,
        boolean observe,
        boolean blocksUnmapped,
        List<String> branches) {

    public Gate {
        failOnIn = Map.copyOf(failOnIn);
        branches = List.copyOf(branches);
    }

    /** What a policy says that does not speak of it. */
    public static Gate standard() {
        return new Gate(Severity.HIGH, Map.of(), false, false, List.of());
    }

    /** The same with one severity for everything, as a caller may want it. */
    public Gate failingOn(Severity everywhere) {
        return new Gate(everywhere, Map.of(), observe, blocksUnmapped, branches);
    }

    /** The same, and what it finds blocks. */
    public Gate enforced() {
        return new Gate(failOn, failOnIn, false, blocksUnmapped, branches);
    }

    /** The severity from which findings about a change block; of several environments the strictest counts. */
    public Severity failOn(Facts facts) {
        List<Environment> places = new ArrayList<>(facts.reaches());
        if (facts.environment() != null) {
            places.add(facts.environment());
        }
        return places.stream().map(this::failOnIn).min(Severity::compareTo).orElse(failOn);
    }

    private Severity failOnIn(Environment environment) {
        return Optional.ofNullable(failOnIn.get(environment.name()))
                .or(() -> failOnIn.entrySet().stream()
                        .filter(entry -> Named.means(entry.getKey(), environment))
                        .map(Map.Entry::getValue)
                        .min(Severity::compareTo))
                .orElse(failOn);
    }
}
