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

    /** Over a limit, which the message names as {@link Limits} does. */
    public static Refusal tooDeep(Limits limits, int line) {
        return limit(line, "maps and lists are nested deeper than " + limits.depth() + " levels (limit `depth`)");
    }

    public static Refusal tooManyNodes(Limits limits, int line) {
        return limit(line, "has more than " + limits.nodes() + " nodes with its aliases expanded (limit `nodes`)");
    }

    public static Refusal tooManyParts(Limits limits, int line) {
        return limit(line, "has more than " + limits.parts() + " documents in one file (limit `parts`)");
    }

    /** The file as a whole takes more bytes than it may. */
    static Refusal tooLarge(Limits limits) {
        return limit(0, "is larger than " + limits.bytes() + " bytes (limit `bytes`)");
    }

    static Refusal tooLong(Limits limits, int line) {
        return limit(line, "has a line of more than " + limits.line() + " characters (limit `line`)");
    }

    public static Refusal tooSlow(Limits limits) {
        return limit(0, "takes longer than " + limits.time().toMillis() + " ms to read (limit `time`)");
    }

    private static Refusal limit(int line, String message) {
        return new Refusal(Diagnostic.Kind.LIMIT, line, message);
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
