package io.github.confgate.inspection;

import io.github.confgate.change.Change;
import io.github.confgate.document.Document;
import io.github.confgate.source.FilePair;
import io.github.confgate.source.Range;
import io.github.confgate.source.RangeCommit;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.source.Step;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where the waivers of one commit of the mainline may stand, as a gate would have looked for them that judged it against
 * its first parent. Only of a file that is known to hold a comment is the text read again. The first commit of all has no parent that its trailers could be told from.
 *
 * @param changes those that the findings are about, and others
 */
record StepClaims(SourceReader reader, StepFeed.Read read, LiveFiles files, FileStore store, Collection<Change> changes)
        implements ClaimPlaces {

    @Override
    public List<FilePair> pairs() {
        return read.step().pairs().stream()
                .filter(pair -> read.isMarked(pair.before()) || read.isMarked(pair.after()))
                .toList();
    }

    @Override
    public Optional<SourceFile> atBase(String path) {
        return files.before(path);
    }

    @Override
    public boolean loses(String path) {
        return RangeClaims.losing(changes).contains(path);
    }

    @Override
    public Optional<String> text(SourceFile file) {
        return read.isMarked(file) ? store.text(file) : Optional.empty();
    }

    @Override
    public Optional<Document> document(SourceFile file) {
        return files.document(file);
    }

    @Override
    public List<RangeCommit> commits() {
        Step step = read.step();
        if (step.parent() == null) {
            return List.of();
        }
        Revision parent = new Revision.Commit(step.parent());
        return reader.commits(
                new Range(parent, new Revision.Commit(step.commit().sha()), parent));
    }
}
