package io.github.confgate.rule.sheet;

import io.github.confgate.rule.Finding;
import io.github.confgate.rule.Rule;
import io.github.confgate.rule.RuleSheet;
import java.util.List;

/** Runs the examples of sheets. */
public final class Examples {

    private Examples() {}

    public static List<ExampleResult> run(Rule rule, World world) {
        return rule.sheet().examples().stream()
                .map(example -> run(rule, example, world))
                .toList();
    }

    private static ExampleResult run(Rule rule, RuleSheet.Example example, World world) {
        List<String> actual = world.findings(example, rule).stream()
                .map(Examples::line)
                .sorted()
                .toList();
        return new ExampleResult(
                rule.sheet().id(),
                example.name(),
                example.finds().stream().sorted().toList(),
                actual);
    }

    private static String line(Finding finding) {
        return finding.subject().change().path() + ":" + finding.region().line() + ":"
                + finding.region().column() + " " + finding.message();
    }
}
