/**
 * The semantic difference of two documents, key by key, and how values are shown without their secrets.
 *
 * <p>Imports {@code source} and {@code document}; no library.
 */
@NullMarked
package io.github.confgate.change;

import org.jspecify.annotations.NullMarked;
