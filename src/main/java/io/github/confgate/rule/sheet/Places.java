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

    /** Stages whose names are everyday words too; in a host they count only where the pipeline has such a stage. */
    private static final Set<String> EVERYDAY = Set.of("test", "integration", "sandbox");

    private Places() {}

    /** {@code production} is the last stage whatever it is called, and every layer that it takes. */
    static boolean isIn(Facts facts, String name) {
        Environment environment = facts.environment();
        boolean known = environment != null || !facts.reaches().isEmpty();
        return switch (name) {
            case "production" -> known && facts.distance() == 0;
            case "unknown" -> !known;
            default ->
                (environment != null && environment.answersTo(name))
                        || facts.reaches().stream().anyMatch(reached -> reached.answersTo(name));
        };
    }

    /** Whether a host names a stage before the one that the change is in, as a whole word: {@code auth-stg.example.com}. */
    static boolean isOfLowerEnvironment(Address address, Facts facts) {
        Environment environment = facts.environment();
        if (environment == null || address.host().contains("{")) {
            return false;
        }
        int rank = EnvironmentNames.rank(environment.stage());
        Set<String> lower = facts.lowerEnvironments().stream()
                .map(name -> EnvironmentNames.canonical(name).orElse(name))
                .collect(Collectors.toSet());
        return wordsBeforeTopLevel(address.host()).stream()
                .map(word -> stage(word).orElse(word))
                .anyMatch(word -> lower.contains(word)
                        || (!EVERYDAY.contains(word)
                                && EnvironmentNames.rank(word) > 0
                                && EnvironmentNames.rank(word) < rank));
    }

    /** {@code dev2} and {@code stg01} are stages with a number. */
    private static Optional<String> stage(String word) {
        int end = word.length();
        while (end > 1 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        return EnvironmentNames.canonical(word.substring(0, end));
    }

    /** {@code dev}, {@code test} and {@code int} are also names of top-level domains. */
    private static List<String> wordsBeforeTopLevel(String host) {
        int dot = host.lastIndexOf('.');
        return EnvironmentNames.words(dot < 0 ? host : host.substring(0, dot));
    }
}
