package io.github.confgate.verdict;

import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.document.Limits;
import io.github.confgate.fact.Circumstances;
import io.github.confgate.fact.DeclaredCode;
import io.github.confgate.fact.DeclaredEnvironment;
import io.github.confgate.fact.DeclaredLayers;
import io.github.confgate.fact.DeploymentEvidence;
import io.github.confgate.rule.KeyGlob;
import io.github.confgate.rule.RuleSettings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a team has decided about the gate.
 *
 * @param environments in promotion order; empty when they are detected
 * @param evidence where deployments are recorded; null where being merged counts
 * @param documents what is configuration beyond the built-in list
 * @param layers the files of which an environment gets its values; empty when names tell
 * @param code where readers are looked for; empty for the main code of this repository
 * @param environmentSpecific keys that differ by design
 * @param mapped texts that mean the same in two environments, by environment name
 * @param freeze when environments may not change
 * @param rampStep how many points a share of traffic may grow by at once
 * @param rules what changes about the rules
 * @param sheets globs of the team's own sheets
 * @param gate what blocks
 * @param waivers what is accepted
 * @param limits what a file may cost
 */
public record Policy(
        List<DeclaredEnvironment> environments,
        @Nullable DeploymentEvidence evidence,
        List<ConfigurationFiles.Extra> documents,
        List<DeclaredLayers> layers,
        List<DeclaredCode> code,
        List<KeyGlob> environmentSpecific,
        List<Map<String, String>> mapped,
        List<Freeze> freeze,
        int rampStep,
        RuleSettings rules,
        List<String> sheets,
        Gate gate,
        Waivers waivers,
        Limits limits) {

    public Policy {
        environments = List.copyOf(environments);
        documents = List.copyOf(documents);
        layers = List.copyOf(layers);
        code = List.copyOf(code);
        environmentSpecific = List.copyOf(environmentSpecific);
        mapped = mapped.stream().map(Map::copyOf).toList();
        freeze = List.copyOf(freeze);
        sheets = List.copyOf(sheets);
    }

    /** The globs of all environments. */
    public List<String> environmentPaths() {
        return environments.stream().flatMap(each -> each.paths().stream()).toList();
    }

    /** The policy that judges where nobody has written one. */
    public static Policy builtin() {
        return new Policy(
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Circumstances.STANDARD_STEP,
                RuleSettings.none(),
                List.of(),
                Gate.standard(),
                Waivers.none(),
                Limits.standard());
    }
}
