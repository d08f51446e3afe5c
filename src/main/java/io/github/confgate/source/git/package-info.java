/**
 * {@link io.github.confgate.source.SourceReader} over a Git repository, through JGit.
 *
 * <p>The only package that imports JGit. Imports {@code source}. Runs no process, reads no system or user configuration,
 * follows no symbolic link and never lists all refs.
 */
@NullMarked
package io.github.confgate.source.git;

import org.jspecify.annotations.NullMarked;
