package io.github.confgate.document;

/** The type that a format gives a scalar. Formats without types (properties, dotenv) have strings only. */
public enum ScalarType {
    STRING,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    NULL
}
