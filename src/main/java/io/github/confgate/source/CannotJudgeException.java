package io.github.confgate.source;

/** The repository lacks what a verdict needs. The message is one sentence that says what, and the command that helps. */
public final class CannotJudgeException extends RuntimeException {

    public CannotJudgeException(String message) {
        super(message);
    }

    public CannotJudgeException(String message, Throwable cause) {
        super(message, cause);
    }
}
