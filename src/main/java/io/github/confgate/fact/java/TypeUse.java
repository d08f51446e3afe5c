package io.github.confgate.fact.java;

import java.util.List;

/**
 * A type as code names it, without annotations.
 *
 * @param name as written, {@code java.time.Duration} or {@code Duration}; of an array that of its items
 * @param arguments of a generic type
 * @param array whether it is an array
 */
record TypeUse(String name, List<TypeUse> arguments, boolean array) {
    static final TypeUse NONE = new TypeUse("", List.of(), false);

    TypeUse {
        arguments = List.copyOf(arguments);
    }

    /** {@code Duration} of {@code java.time.Duration}. */
    String simple() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The last argument: what a list, a map, an {@code Optional} or a {@code Provider} holds. */
    TypeUse held() {
        return arguments.isEmpty() ? NONE : arguments.get(arguments.size() - 1);
    }

    @Override
    public String toString() {
        String inner =
                String.join(", ", arguments.stream().map(TypeUse::toString).toList());
        return simple() + (inner.isEmpty() ? "" : "<" + inner + ">") + (array ? "[]" : "");
    }
}
