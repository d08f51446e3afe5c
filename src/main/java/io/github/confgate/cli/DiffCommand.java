package io.github.confgate.cli;

import io.github.confgate.inspection.Inspection;
import io.github.confgate.report.DiffJson;
import io.github.confgate.report.DiffMarkdown;
import io.github.confgate.report.DiffText;
import io.github.confgate.report.Style;
import io.github.confgate.source.UsageException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what changed, without judgement. */
@CommandLine.Command(name = "confgate diff", description = "Shows what changed, without judgement.")
final class DiffCommand extends Command {
    @Mixin
    RangeOptions range = new RangeOptions();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Option(names = "--environment", paramLabel = "NAME", description = "Only what reaches this environment.")
    @Nullable
    String environment;

    @Option(
            names = "--effective",
            description = "What the environment gets once all layers are read; wants --environment.")
    boolean effective;

    @Override
    int execute(Surroundings surroundings) {
        String chosen = output.format(List.of("text", "json", "markdown"));
        Style style = shared.style(surroundings, output.toFile());
        Path repository = shared.repository(surroundings);
        if (effective && environment == null) {
            throw new UsageException("--effective needs --environment: whose values are wanted?");
        }
        Inspection inspection = effective && environment != null
                ? surroundings.engine().effectiveDifference(repository, range.request(), environment)
                : surroundings.engine().difference(repository, range.request(), environment);
        output.write(
                switch (chosen) {
                    case "json" -> DiffJson.write(inspection);
                    case "markdown" -> DiffMarkdown.write(inspection);
                    default -> DiffText.write(inspection, style);
                },
                surroundings);
        return ExitCode.PASS;
    }
}
