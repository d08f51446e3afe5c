package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.change.Masking;
import io.github.confgate.document.Lines;
import io.github.confgate.source.Region;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cuts the lines that changes stand on out of their files. The changes of a file come one after the other. */
final class Excerpts {

    private final Function<String, Optional<String>> texts;
    private final Masking masking;
    private String path = "";
    private Optional<Lines> lines = Optional.empty();

    /** @param texts of the files of head, by path; empty for one that is not there or no text */
    Excerpts(Function<String, Optional<String>> texts, Masking masking) {
        this.texts = texts;
        this.masking = masking;
    }

    /** The line that a change begins on, masked; null where head has no such line. */
    Inspection.@Nullable Excerpt of(Change change) {
        Region region = change.region();
        if (change.after().or(change::before).orElseThrow().isOpaqueFile()) {
            return null;
        }
        String line =
                lines(change.path()).flatMap(known -> known.text(region.line())).orElse(null);
        if (line == null) {
            return null;
        }
        int endColumn = region.endLine() == region.line() ? region.endColumn() : Integer.MAX_VALUE;
        Masking.Line masked = masking.line(line, change, region.column(), endColumn);
        return new Inspection.Excerpt(masked.text(), masked.column(), masked.endColumn());
    }

    private Optional<Lines> lines(String wanted) {
        if (!wanted.equals(path)) {
            path = wanted;
            lines = texts.apply(wanted).map(Lines::of);
        }
        return lines;
    }
}
