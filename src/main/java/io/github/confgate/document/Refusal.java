package io.github.confgate.document;

import io.github.confgate.source.Diagnostic;

/**
 * Ends the parsing of a file from any depth of a parser. Stays inside: each parser turns it into {@link Parsed.Failed}.
 * Its message is ours and holds nothing of the file's content.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Diagnostic.Kind kind;
    private final int line;

    public Refusal(Diagnostic.Kind kind, int line, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.line = line;
    }

    /** Over a limit: the message says what to do, and ends with the limit's key in a policy. */
    public static Refusal tooDeep(Limits limits, int line) {
        return limit(
                line,
                "maps and lists are nested deeper than " + limits.depth() + " levels: nest less, or raise",
                "depth");
    }

    public static Refusal tooManyNodes(Limits limits, int line) {
        return limit(
                line,
                "has more than " + limits.nodes() + " nodes with its aliases expanded: use fewer aliases, split the"
                        + " file, or raise",
                "nodes");
    }

    public static Refusal tooManyParts(Limits limits, int line) {
        return limit(
                line, "has more than " + limits.parts() + " documents in one file: split the file, or raise", "parts");
    }

    /** The file as a whole takes more bytes than it may. */
    static Refusal tooLarge(Limits limits) {
        return limit(0, "is larger than " + limits.bytes() + " bytes: split the file, or raise", "bytes");
    }

    static Refusal tooLong(Limits limits, int line) {
        return limit(
                line, "has a line of more than " + limits.line() + " characters: break the line, or raise", "line");
    }

    public static Refusal tooSlow(Limits limits) {
        return limit(
                0, "takes longer than " + limits.time().toMillis() + " ms to read: split the file, or raise", "time");
    }

    private static Refusal limit(int line, String message, String key) {
        return new Refusal(Diagnostic.Kind.LIMIT, line, message + " `limits." + key + "` in the policy");
    }

    public Parsed.Failed failed(String path) {
        return new Parsed.Failed(new Diagnostic(path, line, kind, message()));
    }

    public Diagnostic.Kind kind() {
        return kind;
    }

    public int line() {
        return line;
    }

    private String message() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
