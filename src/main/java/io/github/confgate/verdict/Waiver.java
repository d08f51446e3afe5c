package io.github.confgate.verdict;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A recorded decision to accept a finding.
 *
 * @param by who decided; empty when not known
 * @param expires the last day on which it counts; null when it has none
 */
public record Waiver(String by, String reason, @Nullable LocalDate expires) {}
