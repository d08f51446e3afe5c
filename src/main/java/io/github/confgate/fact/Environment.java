package io.github.confgate.fact;

import java.util.Comparator;

/**
 * A named stage. A detected name is canonical; a region keeps its suffix: {@code production-eu} has the stage
 * {@code production}.
 *
 * @param name as outputs print it
 * @param stage the name without its region
 */
public record Environment(String name, String stage) {

    /** In the usual order of a pipeline; names of a team's own before all others. */
    static final Comparator<Environment> FIRST_TO_LAST = Comparator.comparingInt(
                    (Environment environment) -> EnvironmentNames.rank(environment.stage()))
            .thenComparing(Environment::name);

    public static Environment of(String stage) {
        return new Environment(stage, stage);
    }

    /** Whether a policy that says {@code wanted} means this environment: by its full name, or as a stage with all its regions. */
    public boolean answersTo(String wanted) {
        return name.equals(wanted) || stage.equals(wanted);
    }
}
