package io.github.confgate.cli;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which format a report goes where that is written piece by piece. */
final class StreamOptions {
    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "jsonl (the default), json, csv, markdown or html; with --what-if text, json or markdown.")
    @Nullable
    String format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report to a file.")
    @Nullable
    String output;

    /** The format that was asked for; the first of these when none was. */
    String format(List<String> formats) {
        return format == null ? formats.get(0) : Choices.pick("--format", format, formats);
    }

    boolean toFile() {
        return output != null;
    }

    /** Somebody who hands pieces of a report on. */
    interface Report {
        void write(Consumer<String> out);
    }

    void write(Surroundings surroundings, Report report) {
        if (output == null) {
            report.write(surroundings.out()::print);
            return;
        }
        Path file = Paths.resolve(surroundings, "--output", output);
        Path whole = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try (Writer writer = Files.newBufferedWriter(whole, StandardCharsets.UTF_8)) {
                report.write(text -> append(writer, text));
            }
            WholeFile.move(whole, file);
        } catch (UncheckedIOException | IOException e) {
            throw new CannotJudgeException("The report could not be written to " + output + ".", e);
        } finally {
            delete(whole);
        }
    }

    private static void append(Writer writer, String text) {
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UsageException("could not remove " + file);
        }
    }
}
