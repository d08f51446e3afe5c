package io.github.confgate.rule.check;

import io.github.confgate.fact.EnvironmentNames;
import io.github.confgate.fact.Pipeline;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which environment the messages of commits say that they change. */
final class SpokenOf {

    /** Words that mean a stage and much else besides. */
    private static final Set<String> AMBIGUOUS =
            Set.of("test", "tests", "testing", "int", "integration", "local", "live", "demo", "sandbox", "stage", "ci");

    /** What is said of an environment that something comes from, or is compared with. */
    private static final Set<String> COMPARES = Set.of(
            "from",
            "like",
            "as",
            "same",
            "sync",
            "after",
            "promote",
            "promotes",
            "promoted",
            "promotion",
            "tested",
            "proven",
            "verified",
            "worked",
            "works",
            "copy",
            "copied",
            "align",
            "match",
            "matches",
            "mirror",
            "unlike",
            "than",
            "not",
            "no",
            "instead",
            "remove",
            "revert",
            "reverts",
            "rollback",
            "all",
            "every",
            "everywhere",
            "both",
            "and",
            "since",
            "was",
            "is",
            "has",
            "had",
            "have",
            "that",
            "what",
            "skip",
            "before",
            "of");

    private static final Set<String> PLACES = Set.of("in", "on", "for", "to");

    private static final Set<String> DOES = Set.of(
            "bump",
            "raise",
            "set",
            "update",
            "increase",
            "decrease",
            "lower",
            "reduce",
            "enable",
            "disable",
            "change",
            "scale",
            "fix",
            "tune",
            "switch",
            "configure",
            "give",
            "point");

    private SpokenOf() {}

    /** The one environment that every message names and none compares with; merges say nothing. */
    static Optional<String> environment(List<String> messages, Pipeline pipeline) {
        Set<String> named = new HashSet<>();
        for (String message : messages) {
            String subject = message.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
            if (subject.startsWith("merge ")) {
                continue;
            }
            List<String> words = EnvironmentNames.words(subject);
            Set<String> own = new HashSet<>();
            words.forEach(word -> stage(word, pipeline).ifPresent(own::add));
            if (own.size() != 1
                    || !isMeant(subject, words, pipeline)
                    || words.stream().anyMatch(COMPARES::contains)) {
                return Optional.empty();
            }
            named.addAll(own);
        }
        return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
    }

    /** {@code staging: raise}, {@code fix(staging): raise}, {@code raise it in staging}, {@code bump staging}. */
    private static boolean isMeant(String subject, List<String> words, Pipeline pipeline) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (stage(word, pipeline).isPresent()) {
                String before = i == 0 ? "" : words.get(i - 1);
                boolean label = subject.startsWith(word + ":")
                        || subject.contains("(" + word + ")")
                        || subject.contains("[" + word + "]");
                return label || PLACES.contains(before) || (i == 1 && DOES.contains(before));
            }
        }
        return false;
    }

    /** The stage of the pipeline that a word names. */
    private static Optional<String> stage(String word, Pipeline pipeline) {
        String stage = EnvironmentNames.canonical(word).orElse(word);
        return AMBIGUOUS.contains(word)
                ? Optional.empty()
                : pipeline.stages().stream()
                        .map(Pipeline.Stage::name)
                        .filter(name -> name.equals(word)
                                || EnvironmentNames.canonical(name).orElse(name).equals(stage))
                        .findFirst();
    }
}
