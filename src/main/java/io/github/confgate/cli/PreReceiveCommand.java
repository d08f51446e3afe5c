package io.github.confgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.confgate.inspection.Inspection;
import io.github.confgate.inspection.InspectionRequest;
import io.github.confgate.inspection.PushScope;
import io.github.confgate.report.CheckText;
import io.github.confgate.report.Visible;
import io.github.confgate.rule.Severity;
import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * The {@code pre-receive} hook of a server: judges what a push does to each branch that the policy of its old tip names,
 * or to the default branch, and ends with another code than 0 when the push is to be refused. The objects may still be
 * in Git's quarantine.
 *
 * <p>A new branch is judged as a change for the default branch, by its policy. Tags, other refs, and branches that go
 * bring no configuration anywhere.
 */
@CommandLine.Command(
        name = "confgate pre-receive",
        description = "The pre-receive hook of a server: refuses a push. Reads lines OLD NEW REF.")
final class PreReceiveCommand extends Command {

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    @Option(names = "--policy", paramLabel = "FILE", description = "Judge by this policy, not by that of the old tip.")
    @Nullable
    String policy;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "Block from this severity on: info, low, medium, high or critical.")
    @Nullable
    String failOn;

    @Override
    void prepare(Surroundings surroundings) {
        surroundings.engine().prepare();
    }

    @Override
    int execute(Surroundings surroundings) {
        int worst = ExitCode.PASS;
        Path own = policy == null ? null : Paths.resolve(surroundings, "--policy", policy);
        Severity level = CheckCommand.severity(failOn);
        for (RefUpdate update : RefUpdate.read(input(surroundings))) {
            int code =
                    update.isOfBranch() && !update.deletes() ? judge(update, own, level, surroundings) : ExitCode.PASS;
            // What blocks is told first; otherwise that something could not be judged outweighs all.
            worst = worst == ExitCode.BLOCK || code == ExitCode.BLOCK ? ExitCode.BLOCK : Math.max(worst, code);
        }
        return worst;
    }

    private int judge(RefUpdate update, @Nullable Path own, @Nullable Severity level, Surroundings surroundings) {
        Path repository = shared.repository(surroundings);
        String branch = update.branch();
        Optional<PushScope> scope =
                surroundings.engine().pushScope(repository, update.creates() ? null : update.before(), own);
        if (scope.isEmpty()) {
            surroundings.out().println("confgate: the first push has nothing to be compared with, and passes");
            return ExitCode.PASS;
        }
        if (!scope.get().judges(branch)) {
            return ExitCode.PASS;
        }
        RangeRequest range = update.creates()
                ? new RangeRequest.Into(branch, "refs/heads/" + scope.get().usual(), update.after())
                : new RangeRequest.Update(branch, update.before(), update.after());
        Inspection inspection = surroundings
                .engine()
                .inspect(
                        repository,
                        new InspectionRequest(
                                range, own, level, surroundings.clock().instant(), null, null));
        surroundings.out().println("confgate: " + Visible.escape(update.ref()));
        surroundings.out().print(CheckText.write(inspection, shared.style(surroundings, true)));
        return ExitCode.of(inspection.verdict());
    }

    private static String input(Surroundings surroundings) {
        try {
            byte[] bytes = surroundings.in().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new UsageException("standard input names more refs than a push can");
            }
            return new String(bytes, UTF_8);
        } catch (IOException e) {
            throw new CannotJudgeException("standard input cannot be read", e);
        }
    }
}
