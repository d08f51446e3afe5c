package io.github.confgate.source.git;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.CommitInfo;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.util.RawParseUtils;
import org.eclipse.jgit.util.StringUtils;

/** Reads single commits. */
final class Commits {

    /** Where a commit's bytes name its tree. */
    static final int TREE_AT = "tree ".length();

    private final Readers readers;

    Commits(Readers readers) {
        this.readers = readers;
    }

    /** Read from the raw bytes: JGit's own way makes a walk for each commit and computes its id anew. */
    CommitInfo info(ObjectId id) {
        byte[] raw = read(id, reader -> bytes(reader, id));
        int author = RawParseUtils.author(raw, 0);
        PersonIdent ident = author < 0 ? null : RawParseUtils.parsePersonIdent(raw, author);
        return new CommitInfo(
                id.name(), Instant.ofEpochSecond(time(raw)), ident == null ? "" : ident.getName(), title(raw));
    }

    /** The committer time. */
    Instant time(ObjectId id) {
        return read(id, reader -> Instant.ofEpochSecond(time(bytes(reader, id))));
    }

    ObjectId tree(ObjectId id) {
        return read(id, reader -> ObjectId.fromString(bytes(reader, id), TREE_AT));
    }

    /** When the commit was made, by the clock of who made it; in seconds. */
    static long time(byte[] raw) {
        int committer = RawParseUtils.committer(raw, 0);
        return committer < 0
                ? 0
                : Integer.toUnsignedLong(
                        RawParseUtils.parseBase10(raw, RawParseUtils.nextLF(raw, committer, '>'), null));
    }

    private static String title(byte[] raw) {
        int start = RawParseUtils.commitMessage(raw, 0);
        if (start < 0) {
            return "";
        }
        Charset encoding = encoding(raw);
        return StringUtils.replaceLineBreaksWithSpace(
                RawParseUtils.decode(encoding, raw, start, RawParseUtils.endOfParagraph(raw, start)));
    }

    private static Charset encoding(byte[] raw) {
        try {
            return RawParseUtils.parseEncoding(raw);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
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
