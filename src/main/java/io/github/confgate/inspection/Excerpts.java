package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.change.Masking;
import io.github.confgate.change.SecretLines;
import io.github.confgate.document.Lines;
import io.github.confgate.source.Region;
import io.github.confgate.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** Cuts the lines that changes stand on out of their files. Changes of one file are asked for one after the other. */
final class Excerpts {

    /** Of a line longer than a screen only what stands around the value is cut out, to either side. */
    private static final int AROUND = 400;

    /** A file whose lines are looked for. */
    private record Opened(String path, Lines lines, SecretLines secrets) {}

    /** A line, and whether its characters are its columns. */
    private record Line(int number, String text, boolean plain) {}

    private final RangeFiles files;
    private final Masking masking;
    private @Nullable Opened opened;
    private @Nullable Line last;

    Excerpts(RangeFiles files, Masking masking) {
        this.files = files;
        this.masking = masking;
    }

    /** The line of a change in head; null where there is none to show. */
    Inspection.@Nullable Excerpt of(Change change) {
        if (change.after().or(change::before).orElseThrow().isOpaqueFile()) {
            return null;
        }
        Opened file = open(change.path());
        Line line = file == null ? null : line(file, change.region().line());
        return file == null || line == null ? null : of(line, change, file.secrets());
    }

    private @Nullable Opened open(String path) {
        if (opened == null || !opened.path().equals(path)) {
            last = null;
            opened = files.atHead(path)
                    .flatMap(file -> files.store().text(file).map(text -> open(file, text)))
                    .orElse(null);
        }
        return opened;
    }

    private Opened open(SourceFile file, String text) {
        SecretLines secrets = files.store().document(file).map(SecretLines::of).orElse(SecretLines.NONE);
        return new Opened(file.path(), Lines.of(text), secrets);
    }

    private @Nullable Line line(Opened file, int number) {
        if (last == null || last.number() != number) {
            last = file.lines().text(number).map(text -> line(number, text)).orElse(null);
        }
        return last;
    }

    private static Line line(int number, String text) {
        return new Line(number, text, text.chars().noneMatch(c -> Character.isSurrogate((char) c)));
    }

    private Inspection.Excerpt of(Line line, Change change, SecretLines secrets) {
        Region region = change.region();
        String text = line.text();
        int endColumn = region.endLine() == region.line() ? region.endColumn() : Integer.MAX_VALUE;
        int from = line.plain() ? Math.max(0, Math.min(text.length(), region.column() - 1) - AROUND) : 0;
        int to = line.plain()
                ? (int) Math.min(text.length(), Math.max((long) endColumn - 1, region.column()) + AROUND)
                : text.length();
        Masking.Line masked = masking.line(
                new Masking.Cut(text.substring(from, to), from), change, region.column(), endColumn, secrets);
        return new Inspection.Excerpt(masked.text(), masked.column(), masked.endColumn());
    }
}
