package io.github.confgate.cli;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which format a report goes where. */
final class OutputOptions {
    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description =
                    "text (the default) or json; of check also sarif, markdown, junit, gitlab and github, of diff also markdown, of log jsonl.")
    String format = "text";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report to a file.")
    @Nullable
    String output;

    String format(List<String> formats) {
        return Choices.pick("--format", format, formats);
    }

    boolean toFile() {
        return output != null;
    }

    void write(String report, Surroundings surroundings) {
        if (output == null) {
            surroundings.out().print(report);
            return;
        }
        Path file = Paths.resolve(surroundings, "--output", output);
        // A lone surrogate has no bytes in UTF-8; the encoder writes a question mark for it.
        byte[] bytes = report.getBytes(StandardCharsets.UTF_8);
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.write(file, bytes);
            } else {
                replace(file, bytes);
            }
        } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException e) {
            throw new UsageException("--output " + output + " cannot be written: the folder is missing or closed.");
        } catch (IOException e) {
            throw new CannotJudgeException("The report could not be written to " + output + ".", e);
        }
    }

    /** A reader of the file sees the old report or the whole new one. */
    private static void replace(Path file, byte[] bytes) throws IOException {
        Path whole = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.write(whole, bytes);
            WholeFile.move(whole, file);
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
