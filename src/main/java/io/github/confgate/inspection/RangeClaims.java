package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.document.Document;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.Range;
import io.github.confgate.source.RangeCommit;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where the waivers of a range may stand. */
record RangeClaims(SourceReader reader, Range range, RangeFiles files) implements ClaimPlaces {

    @Override
    public List<FilePair> pairs() {
        return files.pairs();
    }

    @Override
    public Optional<SourceFile> atBase(String path) {
        return files.atBase(path);
    }

    @Override
    public boolean loses(String path) {
        return loses(files.changes(), path);
    }

    static boolean loses(Collection<Change> changes, String path) {
        return changes.stream()
                .anyMatch(change ->
                        change instanceof Change.Removed && change.path().equals(path));
    }

    @Override
    public Optional<String> text(SourceFile file) {
        return files.store().text(file);
    }

    @Override
    public Optional<Document> document(SourceFile file) {
        return files.store().document(file);
    }

    @Override
    public List<RangeCommit> commits() {
        return reader.commits(range);
    }
}
