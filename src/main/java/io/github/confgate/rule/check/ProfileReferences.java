package io.github.confgate.rule.check;

import io.github.confgate.document.Leaf;
import io.github.confgate.fact.Facts;
import io.github.confgate.fact.Tree;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.Severity;
import io.github.confgate.rule.Shown;
import java.util.List;
import java.util.Optional;

/** Profiles of Spring that a file takes in. */
final class ProfileReferences {

    private static final KeyGlob INCLUDES =
            KeyGlob.parse("**.spring.{profiles.include,profiles.group.*,profiles.active}{,[*]}");

    private ProfileReferences() {}

    static void look(List<Facts> changes, RangeRule.Said said) {
        for (Facts facts : changes) {
            Optional<Leaf> now = facts.change().after();
            if (now.isPresent() && INCLUDES.matches(now.get().key())) {
                for (String profile : now.get().text().split(",", 50)) {
                    judge(facts, profile.strip(), said);
                }
            }
        }
    }

    /** Where a file beside it is for one of the profiles, all of them are taken to have one. */
    private static void judge(Facts facts, String profile, RangeRule.Said said) {
        String path = facts.change().path();
        String stem = path.replaceFirst("-[^/]*$|\\.[a-z]+$", "") + "-";
        Tree after = facts.around().after();
        boolean others = after.paths().stream().anyMatch(each -> each.startsWith(stem));
        boolean defined = after.paths().stream().anyMatch(each -> each.contains("-" + profile + "."));
        boolean before = facts.change().before().filter(old -> old.text().contains(profile)).isPresent();
        if (profile.isEmpty() || !Patterns.isLiteral(profile) || !others || defined || before || isInFile(facts, profile)) {
            return;
        }
        said.at(
                facts,
                Severity.MEDIUM,
                facts.change().key() + " takes in the profile `" + Shown.value(profile) + "`, for which there is no file");
    }

    private static boolean isInFile(Facts facts, String profile) {
        return facts.around().after().document(facts.change().path()).stream()
                .flatMap(document -> document.parts().stream())
                .anyMatch(part -> part.id().toString().contains(profile));
    }
}
