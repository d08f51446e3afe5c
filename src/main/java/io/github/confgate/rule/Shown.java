package io.github.confgate.rule;

import io.github.confgate.fact.Environment;
import io.github.confgate.fact.EnvironmentNames;
import io.github.confgate.fact.Facts;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values and places read in a sentence. */
public final class Shown {

    private static final int LONGEST = 120;

    private Shown() {}

    /** A masked value on one line and of a length that fits into a sentence. */
    public static String value(@Nullable String masked) {
        if (masked == null) {
            return "nothing";
        }
        String line = masked.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return "\"\"";
        }
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "...";
    }

    /** {@code production}, {@code staging and production}, or words for a file of no known environment. */
    public static String place(Facts facts) {
        Environment environment = facts.environment();
        return environment == null ? reached(facts) : environment.name();
    }

    /** The environments whose value changes. */
    public static String reached(Facts facts) {
        return facts.reaches().isEmpty()
                ? "a file of no known environment"
                : facts.reaches().stream()
                        .sorted(Comparator.comparingInt(reached -> EnvironmentNames.rank(reached.stage())))
                        .map(Environment::name)
                        .distinct()
                        .collect(Collectors.joining(" and "));
    }
}
