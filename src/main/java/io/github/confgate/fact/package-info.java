/**
 * What is known about a change beyond its two values: environment, layers, promotion, readers.
 *
 * <p>Imports {@code source}, {@code document} and {@code change}.
 */
@NullMarked
package io.github.confgate.fact;

import org.jspecify.annotations.NullMarked;
