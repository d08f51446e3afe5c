package io.github.confgate.source;

/** The repository lacks what a verdict needs. The message is one sentence that says what, and the command that helps. */
public final class CannotJudgeException extends RuntimeException {

    private final boolean shallow;

    public CannotJudgeException(String message) {
        super(message);
        this.shallow = false;
    }

    public CannotJudgeException(String message, Throwable cause) {
        super(message, cause);
        this.shallow = cause instanceof CannotJudgeException earlier && earlier.isShallow();
    }

    private CannotJudgeException(String message, boolean shallow) {
        super(message);
        this.shallow = shallow;
    }

    /** The clone ends before what the verdict needs; with more of its history it might do. */
    public static CannotJudgeException shallow(String message) {
        return new CannotJudgeException(message, true);
    }

    /** Whether more of the clone's history might help. */
    public boolean isShallow() {
        return shallow;
    }
}
