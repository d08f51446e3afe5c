/**
 * Reads rule sheets and compiles their {@code match:} blocks.
 */
@NullMarked
package io.github.confgate.rule.sheet;

import org.jspecify.annotations.NullMarked;
