package io.github.confgate.fact;

import java.util.List;
import java.util.function.Supplier;

/**
 * What is known of a range besides its files.
 *
 * @param rampStep how many points a share of traffic may grow by at once, as the policy says
 * @param messages what the messages of its commits say; their first lines in an audit. None of what is not committed
 */
public record Circumstances(int rampStep, Supplier<List<String>> messages) {

    /** What a policy says that names no step. */
    public static final int STANDARD_STEP = 25;

    /** Nothing told. */
    public static final Circumstances NONE = new Circumstances(STANDARD_STEP, List::of);
}
