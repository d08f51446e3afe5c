package io.github.confgate.inspection;

import io.github.confgate.document.Document;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.RangeCommit;
import io.github.confgate.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** No place outside of the policy: where only its own waivers are asked for. */
record NoPlaces() implements ClaimPlaces {

    @Override
    public List<FilePair> pairs() {
        return List.of();
    }

    @Override
    public Optional<SourceFile> atBase(String path) {
        return Optional.empty();
    }

    @Override
    public boolean loses(String path) {
        return false;
    }

    @Override
    public Optional<String> text(SourceFile file) {
        return Optional.empty();
    }

    @Override
    public Optional<Document> document(SourceFile file) {
        return Optional.empty();
    }

    @Override
    public List<RangeCommit> commits() {
        return List.of();
    }
}
