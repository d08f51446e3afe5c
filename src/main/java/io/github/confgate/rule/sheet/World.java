package io.github.confgate.rule.sheet;

import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import java.util.List;
import java.util.Map;

/** What an example runs in: finds out the facts of the changes between two trees and asks one rule about them. */
public interface World {

    /**
     * @param before path to text, as the mainline has it
     * @param after path to text, as one commit on top of it leaves it
     */
    List<Finding> findings(Map<String, String> before, Map<String, String> after, Rule rule);
}
