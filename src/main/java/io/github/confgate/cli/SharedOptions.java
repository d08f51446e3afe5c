package io.github.confgate.cli;

import io.github.confgate.report.Style;
import io.github.confgate.source.UsageException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command takes. */
final class SharedOptions {
    @Option(names = "--repo", paramLabel = "DIR", description = "The repository; else the one around this folder.")
    @Nullable
    String repository;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "auto, always or never; NO_COLOR and FORCE_COLOR count.")
    String color = "auto";

    @Option(
            names = {"-q", "--quiet"},
            description = "Tell only what blocks.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Tell everything in full.")
    boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    boolean version;

    Path repository(Surroundings surroundings) {
        return repository == null
                ? surroundings.directory()
                : Paths.resolve(surroundings, "--repo", repository).normalize();
    }

    Style style(Surroundings surroundings, boolean toFile) {
        if (quiet && verbose) {
            throw new UsageException("-q and -v contradict each other; leave one out.");
        }
        Style.Detail detail = quiet ? Style.Detail.QUIET : verbose ? Style.Detail.VERBOSE : Style.Detail.NORMAL;
        return new Style(isColored(surroundings, toFile), detail);
    }

    private boolean isColored(Surroundings surroundings, boolean toFile) {
        return switch (Choices.pick("--color", color, List.of("auto", "always", "never"))) {
            case "always" -> true;
            case "never" -> false;
            default -> {
                String force = surroundings.environment().getOrDefault("FORCE_COLOR", "");
                boolean forbidden =
                        !surroundings.environment().getOrDefault("NO_COLOR", "").isEmpty()
                                || "dumb".equals(surroundings.environment().get("TERM"));
                boolean forced = !force.isEmpty() && !force.equals("0");
                yield !toFile && (forced || (surroundings.terminal() && !forbidden));
            }
        };
    }
}
