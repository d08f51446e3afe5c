package io.github.confgate.verdict;

import io.github.confgate.document.Suggestion;
import io.github.confgate.document.TreeReader;
import io.github.confgate.fact.DeclaredEnvironment;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.EnvironmentNames;
import java.util.List;

/** Environments as policies name them: by full name, or as a stage with all its regions, in any usual spelling. */
final class Named {

    private Named() {}

    /** Whether a policy that says {@code wanted} means this environment. */
    static boolean means(String wanted, Environment environment) {
        return environment.answersTo(wanted)
                || isRegionOf(environment.name(), wanted)
                || environment.answersTo(canonical(wanted))
                || canonical(environment.stage()).equals(canonical(wanted));
    }

    /** Names of environments under a key; where the policy declares environments, they must be among them. */
    static List<String> texts(TreeReader map, String key, List<DeclaredEnvironment> declared) {
        return map.texts(key).stream()
                .map(name -> known(map, key, name, declared))
                .toList();
    }

    static String known(TreeReader map, String key, String name, List<DeclaredEnvironment> declared) {
        List<String> names = declared.stream().map(DeclaredEnvironment::name).toList();
        boolean known = names.isEmpty()
                || names.stream()
                        .anyMatch(each -> means(name, Environment.of(each))
                                || isRegionOf(name, each)
                                || isRegionOf(canonical(name), canonical(each)));
        if (!known) {
            throw map.at(key, "there is no environment `" + name + "`" + Suggestion.didYouMean(name, names));
        }
        return name;
    }

    private static boolean isRegionOf(String name, String stage) {
        return name.startsWith(stage + "-");
    }

    private static String canonical(String name) {
        return EnvironmentNames.canonical(name).orElse(name);
    }
}
