package io.github.confgate.fact;

import io.github.confgate.source.Location;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in Java code that reads a key, what it makes of the value, and whether its client can wait for ever.
 *
 * @param repository that the code is in, as the policy names it; empty for the one that is judged
 * @param key as the code spells it
 * @param owner the class that reads, without its package
 * @param type what the value is made into, as written; empty when nobody says
 * @param fallback what counts when the key is not there; null when the code names nothing
 * @param required whether the code fails when the key is not there and there is no fallback
 * @param constraints on the value, by the names of their annotations
 * @param waits what is known of the client that the value reaches
 */
public record Reader(
        Location location,
        String repository,
        String key,
        String owner,
        String type,
        @Nullable Fallback fallback,
        boolean required,
        List<Constraint> constraints,
        Wait waits) {

    public Reader {
        constraints = List.copyOf(constraints);
    }

    /** One of which nothing but the place is known. */
    public Reader(Location location, Timeout timeout) {
        this(location, "", "", "", "", null, false, List.of(), new Wait(timeout, "", "", null));
    }

    /** The same with a fallback whose secrets are masked. */
    public Reader showing(String masked) {
        return fallback == null ? this : with(repository, new Fallback(fallback.text(), masked));
    }

    /** The same in another repository. */
    public Reader in(String other) {
        return with(other, fallback);
    }

    private Reader with(String where, @Nullable Fallback otherwise) {
        return new Reader(location, where, key, owner, type, otherwise, required, constraints, waits);
    }

    /**
     * What counts when a key is not there.
     *
     * @param text as configuration would write it, secrets and all
     * @param shown the same as outputs show it; the only one that a message may hold
     */
    public record Fallback(String text, String shown) {}

    /** Whether the client that the value reaches gives up at some time. */
    public Timeout timeout() {
        return waits.timeout();
    }

    /**
     * An annotation that limits a value: {@code @Min(1)}.
     *
     * @param values as written, by name; that of an annotation with one alone is called so
     */
    public record Constraint(String name, Map<String, String> values) {
        /** The name of one that lists the constants of an enum, with commas, as {@code value}. */
        public static final String ENUM = "enum";

        public Constraint {
            values = Map.copyOf(values);
        }
    }

    /**
     * How long a client waits.
     *
     * @param client the library, or empty when the value reaches none that is known
     * @param limit the time as code says it, or the key that holds it; empty when there is none
     * @param made where the client is made; null when that was not found
     */
    public record Wait(
            Timeout timeout,
            String client,
            String limit,
            @Nullable Location made) {
        /** Nothing known. */
        public static Wait unknown() {
            return new Wait(Timeout.UNKNOWN, "", "", null);
        }
    }

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
