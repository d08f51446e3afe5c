package io.github.confgate.rule.sheet;

import io.github.confgate.rule.Rule;
import java.util.List;

/** The sheets that are packed with confgate, under {@code rules/} of the class path. */
public final class BuiltinSheets {

    private BuiltinSheets() {}

    public static List<Rule> withoutExamples() {
        return List.of();
    }

    public static List<Rule> complete() {
        return List.of();
    }
}
