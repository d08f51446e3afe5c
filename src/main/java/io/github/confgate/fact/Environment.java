package io.github.confgate.fact;

/**
 * A named stage. A detected name is canonical; a region keeps its suffix: {@code production-eu} has the stage
 * {@code production}.
 *
 * @param name as outputs print it
 * @param stage the name without its region
 */
public record Environment(String name, String stage) {

    public static Environment of(String stage) {
        return new Environment(stage, stage);
    }

    /** Whether a policy that says {@code wanted} means this environment: by its full name, or as a stage with all its regions. */
    public boolean answersTo(String wanted) {
        return name.equals(wanted) || stage.equals(wanted);
    }
}
