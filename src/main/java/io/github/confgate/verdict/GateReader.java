package io.github.confgate.verdict;

import io.github.confgate.document.Node;
import io.github.confgate.document.TreeReader;
import io.github.confgate.fact.DeclaredEnvironment;
import io.github.confgate.rule.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code gate:} of a policy. */
final class GateReader {

    /** What {@code fail-on} calls all environments that it does not name. */
    private static final String OTHERS = "default";

    private GateReader() {}

    static Gate read(TreeReader root, List<DeclaredEnvironment> declared) {
        return root.map("gate")
                .map(map -> gate(map.only("fail-on", "mode", "unmapped", "branches"), declared))
                .orElseGet(Gate::standard);
    }

    private static Gate gate(TreeReader map, List<DeclaredEnvironment> declared) {
        Map<String, Severity> failOn = new LinkedHashMap<>();
        if (map.node("fail-on").filter(Node.Mapping.class::isInstance).isPresent()) {
            TreeReader levels = map.map("fail-on").orElseThrow();
            for (String name : levels.keys()) {
                String environment = name.equals(OTHERS) ? name : Named.known(levels, name, name, declared);
                failOn.put(environment, RulesReader.required(levels, name));
            }
        } else {
            RulesReader.severity(map, "fail-on").ifPresent(level -> failOn.put(OTHERS, level));
        }
        Severity others = Optional.ofNullable(failOn.remove(OTHERS)).orElse(Severity.HIGH);
        return new Gate(
                others,
                failOn,
                isSecond(map, "mode", "enforce", "observe"),
                isSecond(map, "unmapped", "pass", "block"),
                map.texts("branches"));
    }

    /** Which of two words it is; the first where there is none. */
    private static boolean isSecond(TreeReader map, String key, String first, String second) {
        return map.oneOf(
                        key,
                        text -> text.equals(first) || text.equals(second)
                                ? Optional.of(text.equals(second))
                                : Optional.empty(),
                        List.of(first, second))
                .orElse(false);
    }
}
