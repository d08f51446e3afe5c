package io.github.confgate.document;

/**
 * The type that a format gives a scalar. Formats without types (properties, dotenv) have strings only. The last three
 * are given by confgate to what is not a value that can be looked into.
 */
public enum ScalarType {
    STRING,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    NULL,
    /** Ciphertext: never shown; told to be the same or another, nothing more. */
    ENCRYPTED,
    /** Lines of a template that are no key and value; their text is what it is. */
    DIRECTIVE,
    /** A whole file that cannot be read; its text names the state of the file. */
    UNREADABLE;

    /** Whether this stands for a text that holds no value of its own. */
    public boolean isOpaque() {
        return this == ENCRYPTED || this == DIRECTIVE || this == UNREADABLE;
    }
}
