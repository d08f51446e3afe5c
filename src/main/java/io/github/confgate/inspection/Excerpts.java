package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.change.Masking;
import io.github.confgate.source.Region;
import org.jspecify.annotations.Nullable;

/** Cuts the line that a change stands on out of its file. */
final class Excerpts {

    private Excerpts() {}

    static Inspection.@Nullable Excerpt of(String text, Change change, Masking masking) {
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
        Masking.Line masked = masking.line(line, change, region.column(), endColumn);
        return new Inspection.Excerpt(masked.text(), masked.column(), masked.endColumn());
    }
}
