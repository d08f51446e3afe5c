/**
 * What comes out of Git, without Git: revisions, files, history, places and diagnostics.
 *
 * <p>Imports nothing of confgate. Only {@code source.git} knows JGit.
 */
@NullMarked
package io.github.confgate.source;

import org.jspecify.annotations.NullMarked;
