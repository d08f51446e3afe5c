package io.github.confgate.cli;

import io.github.confgate.inspection.Inspection;
import io.github.confgate.source.UsageException;
import io.github.confgate.verdict.Baseline;
import io.github.confgate.verdict.Decided;
import io.github.confgate.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a baseline. One that is there already only shrinks: a finding that it has not is not put into it. */
final class BaselineFile {

    private BaselineFile() {}

    /** Gives the inspection as it is with the baseline that was written. */
    static Inspection write(Path file, Inspection inspection) {
        try {
            List<Decided> findings = inspection.findings();
            if (Files.exists(file)) {
                Baseline old = Baseline.read(file.toString(), Files.readAllBytes(file));
                findings = findings.stream()
                        .filter(each -> old.covers(each.finding(), each.fingerprint()))
                        .toList();
            }
            String text = Baseline.text(findings);
            Files.writeString(file, text);
            return covered(inspection, Baseline.read(file.toString(), Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UsageException("--write-baseline " + file + " cannot be written");
        }
    }

    private static Inspection covered(Inspection inspection, Baseline baseline) {
        List<Decided> findings = inspection.findings().stream()
                .map(each -> each.decision() != Decided.Decision.WAIVED
                                && baseline.covers(each.finding(), each.fingerprint())
                        ? each.with(Decided.Decision.BASELINE)
                        : each)
                .toList();
        boolean blocks = findings.stream().anyMatch(each -> each.decision() == Decided.Decision.BLOCK);
        Verdict rest = inspection.undetermined().isEmpty() ? Verdict.PASS : Verdict.UNDETERMINED;
        return inspection.with(findings, blocks ? Verdict.BLOCK : rest);
    }
}
