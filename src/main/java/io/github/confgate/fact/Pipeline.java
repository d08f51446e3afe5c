package io.github.confgate.fact;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The order in which values are promoted, first environment first.
 *
 * @param declared by a policy; else only detected from names
 */
public record Pipeline(List<Stage> stages, boolean declared) {

    private static final Set<String> PRIVATE = Set.of("local", "sandbox");

    public Pipeline {
        stages = List.copyOf(stages);
    }

    /**
     * One environment of the pipeline.
     *
     * @param after the environments that must hold a value before this one; empty for the first
     * @param soak for how long they must have held it
     */
    public record Stage(String name, List<String> after, Duration soak) {
        public Stage {
            after = List.copyOf(after);
        }
    }

    /** The usual order of the stages that were found; a developer's own machine is none that values come from. */
    public static Pipeline detected(List<String> names) {
        List<Stage> stages = new ArrayList<>();
        String before = null;
        for (String name : EnvironmentNames.ORDER) {
            if (names.contains(name) && !PRIVATE.contains(name)) {
                stages.add(new Stage(name, before == null ? List.of() : List.of(before), Duration.ZERO));
                before = name;
            }
        }
        return new Pipeline(stages, false);
    }

    /** The stage that an environment belongs to. */
    public Optional<Stage> of(Environment environment) {
        return stages.stream()
                .filter(stage -> stage.name().equals(environment.name()))
                .findFirst()
                .or(() -> stages.stream()
                        .filter(stage -> stage.name().equals(environment.stage()))
                        .findFirst());
    }

    /**
     * How many steps an environment is before the last one. A detected pipeline ends in production, found or not; an
     * environment that is no part of the pipeline counts as the last one when its name is unknown, too.
     */
    public int distance(Environment environment) {
        Optional<Stage> stage = of(environment);
        if (stage.isPresent() && declared) {
            return longestWayOut(stage.get().name(), stages.size());
        }
        int rank = EnvironmentNames.rank(environment.stage());
        if (rank < 0) {
            return 0;
        }
        int last = EnvironmentNames.ORDER.size() - 1;
        int between = (int) stages.stream()
                .mapToInt(other -> EnvironmentNames.rank(other.name()))
                .filter(other -> other > rank && other < last)
                .count();
        return rank == last ? 0 : between + 1;
    }

    private int longestWayOut(String name, int limit) {
        int longest = 0;
        for (Stage stage : stages) {
            if (limit > 0 && stage.after().contains(name)) {
                longest = Math.max(longest, 1 + longestWayOut(stage.name(), limit - 1));
            }
        }
        return longest;
    }
}
