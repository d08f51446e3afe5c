package io.github.confgate.rule.check;

import io.github.confgate.fact.Facts;
import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import java.util.stream.Stream;

/** The words of what the gate says of policy, time and waivers, which the facts of a change do not tell. */
record ToldByTheGate(RuleSheet sheet) implements Rule {

    @Override
    public Stream<Finding> find(Facts facts) {
        return Stream.empty();
    }
}
