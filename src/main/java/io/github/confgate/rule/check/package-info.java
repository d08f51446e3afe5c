/**
 * Rules that need Java: one check a file, logic only; words, severity and examples stand in the sheet.
 */
@NullMarked
package io.github.confgate.rule.check;

import org.jspecify.annotations.NullMarked;
