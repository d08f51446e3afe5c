/**
 * GitHub: the event of a run, the reviews and labels of a pull request, its one comment, the files of the runner.
 *
 * <p>The only package that speaks HTTP. Texts of reports are handed in; nothing here knows how they are written.
 */
@NullMarked
package io.github.confgate.forge;

import org.jspecify.annotations.NullMarked;
