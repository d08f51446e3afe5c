package io.github.confgate.rule;

import io.github.confgate.fact.Facts;
import java.util.stream.Stream;

/** Logic of one rule: a function of the facts of one change, without state, output or exceptions for flow. */
public interface Rule {

    RuleSheet sheet();

    Stream<Finding> find(Facts facts);
}
