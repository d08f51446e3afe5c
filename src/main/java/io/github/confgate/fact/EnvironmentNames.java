package io.github.confgate.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The usual names of stages, and how they stand as whole words in paths, profiles and hosts. */
public final class EnvironmentNames {

    /** Canonical stages, first to last in a pipeline. */
    public static final List<String> ORDER = List.of(
            "local",
            "sandbox",
            "development",
            "test",
            "integration",
            "qa",
            "uat",
            "staging",
            "preproduction",
            "production");

    private static final Map<String, String> CANONICAL = Map.ofEntries(
            Map.entry("local", "local"),
            Map.entry("localhost", "local"),
            Map.entry("sandbox", "sandbox"),
            Map.entry("sbx", "sandbox"),
            Map.entry("dev", "development"),
            Map.entry("develop", "development"),
            Map.entry("development", "development"),
            Map.entry("test", "test"),
            Map.entry("tst", "test"),
            Map.entry("testing", "test"),
            Map.entry("int", "integration"),
            Map.entry("integration", "integration"),
            Map.entry("qa", "qa"),
            Map.entry("uat", "uat"),
            Map.entry("acc", "uat"),
            Map.entry("acceptance", "uat"),
            Map.entry("nonprod", "nonproduction"),
            Map.entry("nonprd", "nonproduction"),
            Map.entry("nonproduction", "nonproduction"),
            Map.entry("stage", "staging"),
            Map.entry("staging", "staging"),
            Map.entry("stg", "staging"),
            Map.entry("preprod", "preproduction"),
            Map.entry("preprd", "preproduction"),
            Map.entry("pprd", "preproduction"),
            Map.entry("pprod", "preproduction"),
            Map.entry("preproduction", "preproduction"),
            Map.entry("prod", "production"),
            Map.entry("prd", "production"),
            Map.entry("production", "production"),
            Map.entry("live", "production"));

    private EnvironmentNames() {}

    /** The stage that a whole word names, in any case: {@code Prd} is {@code production}; {@code product} is none. */
    public static Optional<String> canonical(String word) {
        return Optional.ofNullable(CANONICAL.get(word.toLowerCase(Locale.ROOT)));
    }

    /** A name, and the other words that mean the same stage, the longest first. */
    static Set<String> spellings(String name) {
        Set<String> words = new LinkedHashSet<>(List.of(name));
        CANONICAL.entrySet().stream()
                .filter(entry ->
                        canonical(name).filter(entry.getValue()::equals).isPresent())
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
                .forEach(words::add);
        return words;
    }

    /** The place of a stage in the usual order; -1 for a name of a team's own. */
    public static int rank(String stage) {
        return ORDER.indexOf(stage);
    }

    /** The text without the names of stages and what joins them to the rest. */
    public static String neutral(String text) {
        StringBuilder out = new StringBuilder();
        for (String word : words(text)) {
            if (canonical(word).isEmpty()) {
                out.append(word).append(' ');
            }
        }
        return out.toString();
    }

    /** The words of a text, split at everything but letters and digits. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }
}
