package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.change.Masking;
import io.github.confgate.change.SecretLines;
import io.github.confgate.source.Region;
import io.github.confgate.source.SourceFile;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts the lines that changes stand on out of their files. */
final class Excerpts {

    private final RangeFiles files;
    private final Masking masking;
    private final Map<String, SecretLines> lines = new HashMap<>();

    Excerpts(RangeFiles files, Masking masking) {
        this.files = files;
        this.masking = masking;
    }

    /** The line of a change in head; null where there is none to show. */
    Inspection.@Nullable Excerpt of(Change change) {
        SourceFile file = files.atHead(change.path()).orElse(null);
        String text = file == null ? null : files.store().text(file).orElse(null);
        return file == null || text == null ? null : of(text, change, linesOf(file));
    }

    private SecretLines linesOf(SourceFile file) {
        return lines.computeIfAbsent(
                file.path(),
                path -> files.store().document(file).map(SecretLines::of).orElse(SecretLines.NONE));
    }

    private Inspection.@Nullable Excerpt of(String text, Change change, SecretLines others) {
        Region region = change.region();
        if (change.after().or(change::before).orElseThrow().isOpaqueFile()) {
            return null;
        }
        int start = 0;
        for (int line = 1; line < region.line(); line++) {
            start = text.indexOf('\n', start) + 1;
            if (start == 0) {
                return null;
            }
        }
        int end = text.indexOf('\n', start);
        String line = text.substring(start, end < 0 ? text.length() : end);
        line = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        line = start == 0 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        int endColumn = region.endLine() == region.line() ? region.endColumn() : Integer.MAX_VALUE;
        Masking.Line masked = masking.line(line, change, region.column(), endColumn, others);
        return new Inspection.Excerpt(masked.text(), masked.column(), masked.endColumn());
    }
}
