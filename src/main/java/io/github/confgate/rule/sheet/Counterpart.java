package io.github.confgate.rule.sheet;

import io.github.confgate.document.Leaf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another environment gets under the changed key.
 *
 * @param environments names of stages; empty for every stage before this one
 * @param test of one of the values there; null where it is enough that there is one
 */
record Counterpart(List<String> environments, @Nullable ValueTest test) implements Condition {

    @Override
    public boolean holds(Subject subject) {
        List<String> names = environments.isEmpty() ? subject.facts().lowerEnvironments() : environments;
        for (String name : names) {
            for (Leaf leaf :
                    subject.facts().around().counterpartValues(subject.facts().change(), name)) {
                if (test == null || test.holds(leaf, subject)) {
                    return true;
                }
            }
        }
        return false;
    }
}
