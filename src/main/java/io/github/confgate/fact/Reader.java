package io.github.confgate.fact;

import io.github.confgate.source.Location;
import java.util.Locale;

/** A place in Java code that reads a key, and whether its client has a timeout. */
public record Reader(Location location, Timeout timeout) {

    /** What is known about the timeout of the client that the value reaches. */
    public enum Timeout {
        SET,
        MISSING,
        UNKNOWN;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
