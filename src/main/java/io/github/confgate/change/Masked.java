package io.github.confgate.change;

import org.jspecify.annotations.Nullable;

/**
 * The two values of a change as every output shows them: secrets are numbered ({@code ***1}), of an address only the
 * secret part.
 *
 * @param old null where there was no value
 * @param now null where there is none
 * @param secret whether anything was masked
 */
public record Masked(@Nullable String old, @Nullable String now, boolean secret) {}
