package io.github.confgate.source;

/** What reading a file gave. */
public sealed interface Content {

    /** The bytes, as Git holds them. Never written to. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy of every file would cost what reading it costs
    record Bytes(byte[] bytes) implements Content {}

    /** Not read: the diagnostic says why. */
    record Unreadable(Diagnostic diagnostic) implements Content {}
}
