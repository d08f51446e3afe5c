package io.github.confgate.cli;

import io.github.confgate.inspection.AuditRequest;
import io.github.confgate.inspection.PolicyDraft;
import io.github.confgate.inspection.WhatIf;
import io.github.confgate.report.PolicyDraftText;
import io.github.confgate.report.WhatIfText;
import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Writes a first policy, and tells what it would have blocked. */
@CommandLine.Command(
        name = "confgate init",
        description =
                "Writes a policy from what the repository and its history tell, and says what it would have blocked.")
final class InitCommand extends Command {
    private static final String NAME = ".confgate.yml";

    @Option(names = "--force", description = "Overwrite the policy that is there.")
    boolean force;

    @Option(names = "--stdout", description = "Print the policy, write no file.")
    boolean stdout;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file, not to .confgate.yml; - prints it.")
    @Nullable
    String output;

    @Override
    void prepare(Surroundings surroundings) {
        surroundings.engine().prepare();
    }

    @Override
    int execute(Surroundings surroundings) {
        Path repository = shared.repository(surroundings);
        boolean printed = stdout || "-".equals(output);
        Path file = printed ? null : target(surroundings, repository);
        PolicyDraft draft = surroundings.engine().draft(repository);
        String policy = PolicyDraftText.write(draft);
        PrintStream told = printed ? surroundings.err() : surroundings.out();
        if (file == null) {
            surroundings.out().print(policy);
            told.print(WhatIfText.write(
                    tried(surroundings, repository, policy), "this policy", shared.style(surroundings, true)));
        } else {
            write(file, policy);
            told.println("wrote " + (output == null ? NAME : output));
            told.print(WhatIfText.write(
                    whatIf(surroundings, repository, file), "this policy", shared.style(surroundings, false)));
        }
        next(told, surroundings.launcher(), draft);
        return ExitCode.PASS;
    }

    private Path target(Surroundings surroundings, Path repository) {
        Path file = output != null
                ? Paths.resolve(surroundings, "--output", output)
                : surroundings
                        .engine()
                        .policyFile(repository)
                        .orElseThrow(() -> new UsageException(
                                "this repository has no work tree to write " + NAME + " to; print it with --stdout"));
        String name = output == null ? NAME : output;
        if (Files.isSymbolicLink(file)) {
            throw new UsageException(name + " is a symbolic link, which is not followed; remove it first");
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && (!force || !Files.isRegularFile(file))) {
            throw new UsageException(
                    name + " is there already; --force overwrites it, --stdout prints what would be written");
        }
        return file;
    }

    private static void write(Path file, String policy) {
        Path whole = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try {
                Files.writeString(whole, policy);
                WholeFile.move(whole, file);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw new UsageException(file + " cannot be written: the folder is missing or closed");
        }
    }

    /** What is only printed is tried out as a file of nobody's. */
    private static WhatIf tried(Surroundings surroundings, Path repository, String policy) {
        try {
            Path file = Files.createTempFile("confgate-", ".yml");
            try {
                Files.writeString(file, policy);
                return whatIf(surroundings, repository, file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new CannotJudgeException("The policy could not be tried out: no temporary file.", e);
        }
    }

    private static WhatIf whatIf(Surroundings surroundings, Path repository, Path policy) {
        AuditRequest request = new AuditRequest("HEAD", null, null, null, null, policy, false);
        return surroundings
                .engine()
                .whatIf(repository, request, surroundings.clock().instant(), entry -> {});
    }

    private static void next(PrintStream out, String launcher, PolicyDraft draft) {
        out.println();
        out.println("next:");
        out.println(
                draft.isPipeline()
                        ? "  read " + NAME + ": strike what should be gated from `environment-specific`, add a `soak`"
                        : "  declare the environments in " + NAME + ": no two could be told from names");
        out.println("  " + launcher + " audit --what-if " + NAME + "   what the changed policy would have blocked");
        out.println("  commit it: the policy of base judges every range from then on; `mode: observe` only reports");
    }
}
