package io.github.confgate.fact.java;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that reads a key or several.
 *
 * @param in the type, and the method if any, around it
 * @param type what the value is made into, as written; {@link TypeUse#NONE} when nobody says
 * @param fallback what counts when the key is not there, as code writes it; null when nothing does
 * @param required whether code fails when the key is not there and there is no fallback
 * @param marks annotations that may constrain the value
 * @param holder where the value goes
 */
record Reading(
        KeyRef key,
        Decl in,
        Place at,
        TypeUse type,
        @Nullable String fallback,
        boolean required,
        List<Mark> marks,
        Holder holder) {

    Reading {
        marks = List.copyOf(marks);
    }

    /** Where a value that was read goes. */
    sealed interface Holder {
        /** A field of the class that reads. */
        record InField(String name) implements Holder {}

        /** A parameter of the method that reads, by its name. */
        record InParameter(String name) implements Holder {}

        /** The value of an expression. */
        record InCode(Code code) implements Holder {}

        /** A member of an object that configuration is bound to, asked for by its accessor. */
        record InMember(String name) implements Holder {}

        /** Used by the framework at once. */
        record Nowhere() implements Holder {}
    }
}
