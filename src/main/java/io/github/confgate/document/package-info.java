/**
 * One parsed configuration file: trees of nodes with regions, key paths, and the choice of a format by name.
 *
 * <p>Imports {@code source}. Parser libraries stay in {@code document.format}.
 */
@NullMarked
package io.github.confgate.document;

import org.jspecify.annotations.NullMarked;
