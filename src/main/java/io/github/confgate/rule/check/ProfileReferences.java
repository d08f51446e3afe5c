package io.github.confgate.rule.check;

import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.Shown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Profiles of Spring that a file takes in. */
final class ProfileReferences {

    private static final KeyGlob INCLUDES =
            KeyGlob.parse("**.spring.{profiles.include,profiles.group.*,profiles.active}{,[*]}");

    private ProfileReferences() {}

    static void look(List<Facts> changes, RangeRule.Said said) {
        for (Facts facts : changes) {
            Optional<Leaf> now = facts.change().after();
            Optional<Leaf> old = facts.change().before();
            if (now.isPresent()
                    && old.isPresent()
                    && INCLUDES.matches(now.get().key())
                    && areDefined(facts, old.get())) {
                for (String profile : now.get().text().split(",", 50)) {
                    judge(facts, profile.strip(), said);
                }
            }
        }
    }

    /** Programs know profiles without a file as well; where all had one so far, a new one is taken to have one. */
    private static boolean areDefined(Facts facts, Leaf old) {
        return !old.text().isBlank()
                && Stream.of(old.text().split(",", 50)).allMatch(profile -> isDefined(facts, profile.strip()));
    }

    private static void judge(Facts facts, String profile, RangeRule.Said said) {
        if (!profile.isEmpty() && Patterns.isLiteral(profile) && !isDefined(facts, profile)) {
            said.at(
                    facts,
                    facts.change().key() + " takes in the profile `" + Shown.value(profile)
                            + "`, for which there is no file");
        }
    }

    private static boolean isDefined(Facts facts, String profile) {
        return facts.around().after().paths().stream().anyMatch(path -> path.contains("-" + profile + "."))
                || isInFile(facts, profile);
    }

    private static boolean isInFile(Facts facts, String profile) {
        return facts.around().after().document(facts.change().path()).stream()
                .flatMap(document -> document.parts().stream())
                .anyMatch(part -> part.id().toString().contains(profile));
    }
}
