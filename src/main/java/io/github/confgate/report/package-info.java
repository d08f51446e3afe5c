/**
 * One writer a format.
 *
 * <p>Imports everything up to {@code inspection}; never another consumer of it.
 */
@NullMarked
package io.github.confgate.report;

import org.jspecify.annotations.NullMarked;
