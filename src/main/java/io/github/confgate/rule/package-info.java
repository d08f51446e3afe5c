/**
 * Rules, and what they say of a change: findings.
 *
 * <p>Imports {@code source}, {@code document}, {@code change} and {@code fact}. Sheets are compiled in {@code rule.sheet},
 * Java checks stand in {@code rule.check}.
 */
@NullMarked
package io.github.confgate.rule;

import org.jspecify.annotations.NullMarked;
