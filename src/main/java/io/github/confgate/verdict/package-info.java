/**
 * What findings mean for the gate: policy, waivers, decisions, the verdict.
 *
 * <p>Imports everything up to {@code rule}.
 */
@NullMarked
package io.github.confgate.verdict;

import org.jspecify.annotations.NullMarked;
