package io.github.confgate.fact.java;

import io.github.confgate.fact.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The annotations of Bean Validation, Hibernate Validator and Spring that limit a value, on the place that reads it. */
final class Constraints {

    private static final Set<String> KNOWN = Set.of(
            "NotNull",
            "NotBlank",
            "NotEmpty",
            "Min",
            "Max",
            "DecimalMin",
            "DecimalMax",
            "Positive",
            "PositiveOrZero",
            "Negative",
            "NegativeOrZero",
            "Size",
            "Length",
            "Pattern",
            "Range",
            "URL",
            "Email",
            "DurationMin",
            "DurationMax",
            "DurationUnit",
            "DataSizeUnit");

    private Constraints() {}

    /** Those of the annotations, and the constants of an enum of the repository. */
    static List<Reader.Constraint> of(Reading reading, Program program, Texts texts) {
        List<Reader.Constraint> all = new ArrayList<>();
        reading.marks().stream()
                .filter(mark -> KNOWN.contains(mark.name()))
                .map(mark -> new Reader.Constraint(mark.name(), values(mark, reading.in(), texts)))
                .forEach(all::add);
        program.type(reading.type().name(), reading.in().file())
                .filter(decl -> decl.type().kind() == JavaFile.Kind.ENUM
                        && !reading.type().array())
                .map(decl -> String.join(
                        ",",
                        decl.type().constants().stream()
                                .map(JavaFile.Constant::name)
                                .toList()))
                .ifPresent(names -> all.add(new Reader.Constraint(Reader.Constraint.ENUM, Map.of("value", names))));
        return all;
    }

    private static Map<String, String> values(Mark mark, Decl in, Texts texts) {
        Map<String, String> values = new HashMap<>();
        mark.values().forEach((name, code) -> Defaults.of(code, in, texts).ifPresent(text -> values.put(name, text)));
        return values;
    }
}
