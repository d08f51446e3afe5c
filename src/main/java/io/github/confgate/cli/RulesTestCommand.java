package io.github.confgate.cli;

import io.github.confgate.report.Style;
import io.github.confgate.report.Visible;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Runs the examples of sheets. */
@CommandLine.Command(
        name = "confgate rules test",
        description = "Runs the examples of the built-in sheets, or of a team's own at PATH.")
final class RulesTestCommand extends Command {
    @Parameters(arity = "0..1", paramLabel = "PATH", description = "A sheet, or a folder of sheets.")
    @Nullable
    String path;

    @Override
    int execute(Surroundings surroundings) {
        Style style = shared.style(surroundings, false);
        Path sheets = path == null ? null : Paths.resolve(surroundings, "PATH", path);
        Engine.Examples run = surroundings.engine().examples(sheets);
        PrintStream out = surroundings.out();
        run.failures().forEach(failure -> failure.lines().map(Visible::escape).forEach(out::println));
        if (!style.equals(new Style(style.color(), Style.Detail.QUIET))
                || !run.failures().isEmpty()) {
            out.println(run.examples() + " examples of " + run.sheets() + " rules, "
                    + run.failures().size() + " failed");
        }
        return run.failures().isEmpty() ? ExitCode.PASS : ExitCode.BLOCK;
    }
}
