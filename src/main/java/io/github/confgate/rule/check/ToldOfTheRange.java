package io.github.confgate.rule.check;

import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import java.util.stream.Stream;

/**
 * The words of what is told of a range as a whole, which the facts of one change do not tell: of policy, time and waivers, and
 * of what it changes in code. The inspection finds it and takes the sheet for its severity and its words.
 */
record ToldOfTheRange(RuleSheet sheet) implements Rule {

    @Override
    public Stream<Finding> find(Facts facts) {
        return Stream.empty();
    }
}
