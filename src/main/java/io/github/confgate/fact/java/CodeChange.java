package io.github.confgate.fact.java;

import io.github.confgate.source.Region;

/** A change of code that changes what a program does with its configuration. */
public sealed interface CodeChange {

    String path();

    /** Where head says it now. */
    Region region();

    /** What the key of the change is called. */
    String key();

    /** A key gets another value where nobody sets it. */
    record Default(String path, Region region, String key, String old, String now) implements CodeChange {}

    /**
     * A client that gave up after some time does so no longer.
     *
     * @param owner the type that makes it
     * @param client the library
     * @param limit what it was, as code said it
     */
    record Unlimited(String path, Region region, String owner, String client, String limit) implements CodeChange {
        @Override
        public String key() {
            return owner + ".timeout";
        }
    }
}
