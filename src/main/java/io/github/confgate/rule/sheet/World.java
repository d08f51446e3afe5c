package io.github.confgate.rule.sheet;

import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import java.util.List;

/** What an example runs in: finds out the facts of the changes between two trees and asks one rule about them. */
public interface World {

    /** The findings of the rule about the commit on top of the example's mainline. */
    List<Finding> findings(RuleSheet.Example example, Rule rule);
}
