package io.github.confgate.cli;

import io.github.confgate.report.Style;
import io.github.confgate.source.CannotJudgeException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/** Replays the incident in a repository of its own and runs the real check on it. */
@CommandLine.Command(name = "confgate demo", description = "Replays the incident in a repository of its own.")
final class DemoCommand extends Command {
    private static final String RANGE = "HEAD~1..HEAD";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    @Override
    int execute(Surroundings surroundings) {
        Style style = shared.style(surroundings, false);
        PrintStream out = surroundings.out();
        ZonedDateTime evening = Incident.evening(ZonedDateTime.now(surroundings.clock()));
        Path repository = build(evening);
        String here = " --repo " + Words.quoted(repository.toString());
        out.println(evening.format(DAY) + ", 7:52 in the evening. A commit changes the address of the auth servers in");
        out.println("production. It has never been in staging, and nobody looks at it twice. At 8:04 every request");
        out.println("hangs on the new address, and the outage lasts until 9:41.");
        out.println();
        out.println("This is the check that was missing, on that commit:");
        out.println();
        out.println("$ confgate check " + RANGE + here);
        out.println();
        int code = Main.run(check(repository, style), surroundings);
        out.println();
        if (code != ExitCode.BLOCK) {
            out.println("check returned " + code + ", not 1: the demo did not work. Please report this output.");
            return ExitCode.UNDETERMINED;
        }
        out.println("check returned 1: a pipeline stops here, and production keeps its address.");
        out.println();
        out.println("The repository is yours to try things on: " + repository);
        out.println("What to type next:");
        for (String next : List.of(
                "diff HEAD~3..HEAD" + here,
                "environments" + here,
                "check " + RANGE + here + " -f json",
                "rules explain auth-endpoint-changed")) {
            out.println("  " + Words.quoted(surroundings.launcher()) + " " + next);
        }
        out.println("And in a repository of your own: " + Words.quoted(surroundings.launcher()) + " check");
        return ExitCode.PASS;
    }

    private static List<String> check(Path repository, Style style) {
        String color = style.color() ? "always" : "never";
        return List.of("check", RANGE, "--repo", repository.toString(), "--color", color);
    }

    private static Path build(ZonedDateTime evening) {
        try {
            Path repository = Files.createTempDirectory("confgate-demo-");
            Incident.write(repository, evening);
            return repository;
        } catch (IOException e) {
            throw new CannotJudgeException("The demo needs a temporary folder that it can write to.", e);
        }
    }
}
