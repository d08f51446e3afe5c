package io.github.confgate.fact.java;

import io.github.confgate.fact.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The annotations of Bean Validation, Hibernate Validator and Spring that limit a value, on the place that reads it. */
final class Constraints {

    private static final Set<String> KNOWN = Set.of(
            "NotNull", "NotBlank", "NotEmpty", "Min", "Max", "DecimalMin", "DecimalMax", "Positive", "PositiveOrZero",
            "Negative", "NegativeOrZero", "Size", "Length", "Pattern", "Range", "URL", "Email", "DurationMin",
            "DurationMax", "DurationUnit", "DataSizeUnit");

    private Constraints() {}

    static List<Reader.Constraint> of(Reading reading, Texts texts) {
        return reading.marks().stream()
                .filter(mark -> KNOWN.contains(mark.name()))
                .map(mark -> new Reader.Constraint(mark.name(), values(mark, reading.in(), texts)))
                .toList();
    }

    private static Map<String, String> values(Mark mark, Decl in, Texts texts) {
        Map<String, String> values = new HashMap<>();
        mark.values().forEach((name, code) ->
                Defaults.of(code, in, texts).ifPresent(text -> values.put(name, text)));
        return values;
    }
}
