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
import java.util.Set;
import java.util.stream.Collectors;

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
        return files.loses(path);
    }

    /** The files that have a key less. */
    static Set<String> losing(Collection<Change> changes) {
        return changes.stream()
                .filter(Change.Removed.class::isInstance)
                .map(Change::path)
                .collect(Collectors.toSet());
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
