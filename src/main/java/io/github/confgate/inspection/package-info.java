/**
 * The stages in order, from a request to an inspection that reports can print.
 *
 * <p>Imports everything up to {@code verdict}.
 */
@NullMarked
package io.github.confgate.inspection;

import org.jspecify.annotations.NullMarked;
