/**
 * One parser a file. The only package that imports a parser library.
 *
 * <p>Imports {@code source} and {@code document}.
 */
@NullMarked
package io.github.confgate.document.format;

import org.jspecify.annotations.NullMarked;
