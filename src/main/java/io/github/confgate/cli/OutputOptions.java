package io.github.confgate.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** In which format a report goes where. */
final class OutputOptions extends ReportTarget {
    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description =
                    "text (the default) or json; of check also sarif, markdown, junit, gitlab and github, of diff also markdown, of log jsonl.")
    String format = "text";

    String format(List<String> formats) {
        return Choices.pick("--format", format, formats);
    }

    void write(String report, Surroundings surroundings) {
        write(surroundings, out -> out.accept(report));
    }
}
