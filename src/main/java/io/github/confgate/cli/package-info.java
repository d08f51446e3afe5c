/**
 * Commands, exit codes, the clock and the standard streams.
 *
 * <p>Imports everything. The only package that imports picocli and that reads the clock.
 */
@NullMarked
package io.github.confgate.cli;

import org.jspecify.annotations.NullMarked;
