package io.github.confgate.cli;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.UsageException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a report goes: to the terminal, or into a file, of which a reader sees the old one or the whole new one. */
abstract class ReportTarget {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report to a file.")
    @Nullable
    String output;

    /** Somebody who hands a report on, in one piece or in many. */
    interface Report {
        void write(Consumer<String> out);
    }

    boolean toFile() {
        return output != null;
    }

    void write(Surroundings surroundings, Report report) {
        if (output == null) {
            report.write(surroundings.out()::print);
            return;
        }
        Path file = Paths.resolve(surroundings, "--output", output);
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                fill(file, report);
            } else {
                replace(file, report);
            }
        } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException e) {
            throw new UsageException("--output " + output + " cannot be written: the folder is missing or closed.");
        } catch (UncheckedIOException | IOException e) {
            throw new CannotJudgeException("The report could not be written to " + output + ".", e);
        }
    }

    private static void replace(Path file, Report report) throws IOException {
        Path whole = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            fill(whole, report);
            WholeFile.move(whole, file);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** A lone surrogate has no bytes in UTF-8; this writer puts a question mark for it. */
    private static void fill(Path file, Report report) throws IOException {
        try (Writer writer =
                new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
            report.write(text -> append(writer, text));
        }
    }

    private static void append(Writer writer, String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
