package io.github.confgate.rule.sheet;

import io.github.confgate.change.Address;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.EnvironmentNames;
import io.github.confgate.fact.Facts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a change takes effect, in the words of sheets. */
final class Places {

    /** Stages whose names are everyday words too; these count at the end of a later label: {@code orders-test}. */
    private static final Set<String> EVERYDAY = Set.of("test", "integration");

    private Places() {}

    /** {@code production} is the last stage whatever it is called, and every layer that it takes. */
    static boolean isIn(Facts facts, String name) {
        Environment environment = facts.environment();
        boolean known = environment != null || !facts.reaches().isEmpty();
        return switch (name) {
            case "production" -> known && facts.distance() == 0;
            case "unknown" -> !known;
            case "shared" -> environment == null && known;
            default ->
                (environment != null && environment.answersTo(name))
                        || facts.reaches().stream().anyMatch(reached -> reached.answersTo(name));
        };
    }

    /** Whether a host names a stage before the one that the change is in, as a whole word: {@code auth-stg.example.com}. */
    static boolean isOfLowerEnvironment(Address address, Facts facts) {
        if (address.host().contains("{") || !isIn(facts, "production") && facts.environment() == null) {
            return false;
        }
        Set<String> lower = facts.lowerEnvironments().stream()
                .map(name -> EnvironmentNames.canonical(name).orElse(name))
                .filter(name -> !name.equals("local"))
                .collect(Collectors.toSet());
        List<String> labels = List.of(address.host().split("\\.", -1));
        // `dev`, `test` and `int` are top-level domains as well.
        int last = labels.size() == 1 ? 1 : labels.size() - 1;
        for (int i = 0; i < last; i++) {
            if (names(labels.get(i), i, lower)) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(String label, int place, Set<String> stages) {
        List<String> words = EnvironmentNames.words(label);
        for (int i = 0; i < words.size(); i++) {
            String stage = stage(words.get(i)).orElse(words.get(i));
            boolean ends = i == words.size() - 1 && (i > 0 || place > 0);
            if (stages.contains(stage) && (ends || !EVERYDAY.contains(stage))) {
                return true;
            }
        }
        return false;
    }

    /** {@code dev2} and {@code stg01} are stages with a number. */
    private static Optional<String> stage(String word) {
        int end = word.length();
        while (end > 1 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        return EnvironmentNames.canonical(word.substring(0, end));
    }
}
