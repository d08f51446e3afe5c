package io.github.confgate.fact.java;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An annotation.
 *
 * @param name without its package
 * @param values by name, a single one by the name that Java gives it; an annotation within is a {@link Code.Create},
 *     its own values assignments
 */
record Mark(String name, Map<String, Code> values, Place at) {
    Mark {
        values = Map.copyOf(values);
    }

    /** The first of these values that is there. */
    Optional<Code> value(String... names) {
        for (String each : names) {
            if (values.containsKey(each)) {
                return Optional.of(values.get(each));
            }
        }
        return Optional.empty();
    }

    static Optional<Mark> find(List<Mark> marks, String... names) {
        return marks.stream()
                .filter(mark -> List.of(names).contains(mark.name()))
                .findFirst();
    }
}
