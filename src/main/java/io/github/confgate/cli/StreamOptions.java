package io.github.confgate.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which format a report goes where that is written piece by piece. */
final class StreamOptions extends ReportTarget {
    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "jsonl (the default), json, csv, markdown or html; with --what-if text, json or markdown.")
    @Nullable
    String format;

    /** The format that was asked for; the first of these when none was. */
    String format(List<String> formats) {
        return format == null ? formats.get(0) : Choices.pick("--format", format, formats);
    }
}
