package io.github.confgate.source.git;

import io.github.confgate.source.CannotJudgeException;
import java.io.IOException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;

/** The sentences for what a repository lacks. */
final class Trouble {

    /** What a clone without its whole history is told to do; follows a colon. */
    static final String UNSHALLOW =
            "run `git fetch --unshallow`, or in a workflow check out with `fetch-depth: 0`, and try again";

    private Trouble() {}

    static CannotJudgeException shallow(String lacks) {
        return CannotJudgeException.shallow("this clone is shallow and " + lacks + ": " + UNSHALLOW);
    }

    static CannotJudgeException missing(String kind, AnyObjectId id) {
        return new CannotJudgeException(
                "the " + kind + " " + id.name() + " is not in this clone: run `git fetch --refetch`"
                        + " or clone again without `--filter`, and try again");
    }

    static CannotJudgeException unreadable(String kind, AnyObjectId id, Exception cause) {
        return unreadable("the " + kind + " " + id.name(), cause);
    }

    static CannotJudgeException unreadable(String subject, Exception cause) {
        if (cause instanceof MissingObjectException missing) {
            return missing("object", missing.getObjectId());
        }
        if (cause instanceof IOException && isOfTheDisk(cause)) {
            return new CannotJudgeException(subject + " cannot be read: " + firstLine(cause), cause);
        }
        return new CannotJudgeException(
                subject + " is corrupt: run `git fsck`, and clone again if it finds the same", cause);
    }

    private static boolean isOfTheDisk(Exception cause) {
        return cause instanceof java.nio.file.FileSystemException || cause instanceof java.io.FileNotFoundException;
    }

    /** The message of an exception, as part of a sentence. */
    static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }
}
