package io.github.confgate.source.git;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.CommitInfo;
import java.io.IOException;
import java.time.Instant;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** Reads single commits. */
final class Commits {

    private final Readers readers;

    Commits(Readers readers) {
        this.readers = readers;
    }

    CommitInfo info(ObjectId id) {
        RevCommit commit = parse(id);
        PersonIdent author = commit.getAuthorIdent();
        return new CommitInfo(
                id.name(),
                Instant.ofEpochSecond(Integer.toUnsignedLong(commit.getCommitTime())),
                author == null ? "" : author.getName(),
                commit.getShortMessage());
    }

    ObjectId tree(ObjectId id) {
        return parse(id).getTree().copy();
    }

    private RevCommit parse(ObjectId id) {
        return read(id, reader -> RevCommit.parse(bytes(reader, id)));
    }

    private <T> T read(ObjectId id, Readers.Reading<T> reading) {
        try {
            return readers.raw(reading);
        } catch (IOException e) {
            throw trouble(id, e);
        }
    }

    static byte[] bytes(ObjectReader reader, ObjectId id) throws IOException {
        return reader.open(id, Constants.OBJ_COMMIT).getCachedBytes();
    }

    static CannotJudgeException trouble(ObjectId id, IOException e) {
        return e instanceof MissingObjectException
                ? Trouble.missing("commit", id)
                : Trouble.unreadable("commit", id, e);
    }
}
