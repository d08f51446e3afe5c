package io.github.confgate.cli;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of a mainline's history is told: of which time, and of which environment. */
final class PeriodOptions {
    @Option(names = "--since", paramLabel = "T", description = "From a day, a time or an age: 2026-03-01, 30d.")
    @Nullable
    String since;

    @Option(names = "--until", paramLabel = "T", description = "Before a day, a time or an age.")
    @Nullable
    String until;

    @Option(names = "--environment", paramLabel = "NAME", description = "Only what reaches this environment.")
    @Nullable
    String environment;

    @Nullable
    Instant since(Instant now) {
        return since == null ? null : Moments.of("--since", since, now);
    }

    @Nullable
    Instant until(Instant now) {
        return until == null ? null : Moments.of("--until", until, now);
    }
}
