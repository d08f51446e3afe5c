package io.github.confgate.rule.sheet;

import io.github.confgate.rule.RuleId;
import java.util.List;

/**
 * What an example of a sheet gave.
 *
 * @param expected and {@code actual}: {@code path:line:column message}, sorted
 */
public record ExampleResult(RuleId rule, String example, List<String> expected, List<String> actual) {

    public ExampleResult {
        expected = List.copyOf(expected);
        actual = List.copyOf(actual);
    }

    public boolean passes() {
        return expected.equals(actual);
    }
}
