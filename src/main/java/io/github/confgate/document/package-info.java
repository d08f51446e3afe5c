/**
 * One parsed configuration file: trees of nodes with regions, key paths, and the choice of a format by name.
 *
 * <p>{@link io.github.confgate.document.Documents} is the way in, {@link
 * io.github.confgate.document.ConfigurationFiles} says for which files.
 *
 * <p>Imports {@code source}. Parser libraries stay in {@code document.format}, which only {@code Documents} names.
 */
@NullMarked
package io.github.confgate.document;

import org.jspecify.annotations.NullMarked;
