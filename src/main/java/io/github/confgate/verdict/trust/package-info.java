/**
 * What one policy allows that another one did not: a section a file.
 *
 * <p>Only what weakens the gate is told; what strengthens it is nobody's business but its authors'.
 */
@NullMarked
package io.github.confgate.verdict.trust;

import org.jspecify.annotations.NullMarked;
