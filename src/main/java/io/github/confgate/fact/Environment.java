package io.github.confgate.fact;

import java.util.Comparator;
import java.util.List;

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

    /** An environment by a team's own name for it; {@code production-eu} is the region of a stage. */
    static Environment declared(String name) {
        List<String> words = EnvironmentNames.words(name);
        boolean isRegion = words.size() > 1 && words.stream().skip(1).allMatch(PathReading::isRegion);
        return isRegion
                ? EnvironmentNames.canonical(words.get(0))
                        .map(stage -> new Environment(name, stage))
                        .orElseGet(() -> of(name))
                : of(name);
    }

    /** Whether a policy that says {@code wanted} means this environment: by its full name, or as a stage with all its regions. */
    public boolean answersTo(String wanted) {
        return name.equals(wanted) || stage.equals(wanted);
    }
}
