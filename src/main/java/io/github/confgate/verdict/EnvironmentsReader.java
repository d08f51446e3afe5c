package io.github.confgate.verdict;

import io.github.confgate.document.Suggestion;
import io.github.confgate.document.TreeReader;
import io.github.confgate.fact.DeclaredEnvironment;
import io.github.confgate.fact.KeyScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the section {@code environments} of a policy. */
final class EnvironmentsReader {

    private EnvironmentsReader() {}

    static List<DeclaredEnvironment> environments(TreeReader root) {
        List<DeclaredEnvironment> environments = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (TreeReader map : root.maps("environments")) {
            map.only("name", "paths", "keys", "after", "soak");
            String name = map.required("name");
            List<String> after = map.texts("after");
            for (String before : after) {
                if (!names.contains(before)) {
                    throw map.at(
                            "after",
                            "`after` names environments that stand above, not `" + before + "`"
                                    + Suggestion.didYouMean(before, names));
                }
            }
            if (!names.add(name)) {
                throw map.at("name", "environment `" + name + "` is declared twice");
            }
            if (!map.has("after") && !environments.isEmpty()) {
                after = List.of(environments.get(environments.size() - 1).name());
            }
            environments.add(new DeclaredEnvironment(
                    name,
                    map.texts("paths"),
                    keys(map),
                    null,
                    null,
                    after,
                    map.parsed("soak", Durations::parse).orElse(Duration.ZERO)));
        }
        return environments;
    }

    private static List<KeyScope> keys(TreeReader map) {
        return map.texts("keys").stream()
                .map(glob -> {
                    try {
                        return KeyScope.parse(glob);
                    } catch (IllegalArgumentException e) {
                        throw map.at("keys", "`" + glob + "` is no sub-tree of keys: " + e.getMessage());
                    }
                })
                .toList();
    }
}
