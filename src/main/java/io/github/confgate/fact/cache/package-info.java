/**
 * Keeps between runs what can be worked out again, in a folder of the user. What was put there by somebody else, or cannot
 * be told from it, counts as not there: a cache makes confgate faster and nothing else.
 */
@NullMarked
package io.github.confgate.fact.cache;

import org.jspecify.annotations.NullMarked;
