package io.github.confgate.fact.java;

import io.github.confgate.fact.Reader;

/** Tells how long the client waits that a value reaches. */
final class Waits {
    Waits(Program program, Texts texts) {}

    Reader.Wait of(Reading reading) {
        return Reader.Wait.unknown();
    }
}
