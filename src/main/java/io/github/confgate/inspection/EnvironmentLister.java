package io.github.confgate.inspection;

import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.EnvironmentMap;
import io.github.confgate.fact.Pipeline;
import io.github.confgate.fact.Placement;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.verdict.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists how every configuration file of a revision is mapped. */
final class EnvironmentLister {

    private EnvironmentLister() {}

    static EnvironmentListing list(SourceReader reader, Revision revision, Policy policy) {
        ConfigurationFiles configuration = ConfigurationFiles.with(policy.documents());
        List<String> paths = reader
                .files(revision, path -> configuration.choose(path).configuration())
                .stream()
                .map(SourceFile::path)
                .toList();
        EnvironmentMap map = EnvironmentMap.of(paths, Map.of(), policy.environments());
        Pipeline pipeline = map.pipeline();
        return new EnvironmentListing(
                map.all().stream().map(placement -> mapped(map, placement)).toList(),
                pipeline.stages().stream()
                        .map(stage ->
                                new EnvironmentListing.Stage(Environment.of(stage.name()), stage.after(), stage.soak()))
                        .toList(),
                pipeline.declared(),
                globs(true),
                globs(false));
    }

    private static EnvironmentListing.Mapped mapped(EnvironmentMap map, Placement placement) {
        Environment environment = placement.environment();
        @Nullable
        String counterpart = environment == null
                ? null
                : map.pipeline(placement)
                        .of(environment)
                        .flatMap(stage -> first(map, placement, stage.after()))
                        .orElse(null);
        return new EnvironmentListing.Mapped(placement.path(), environment, counterpart, placement.reason());
    }

    private static Optional<String> first(EnvironmentMap map, Placement placement, List<String> before) {
        return before.stream()
                .flatMap(name -> map.counterparts(placement, name).stream())
                .map(Placement::path)
                .findFirst();
    }

    private static List<String> globs(boolean configuration) {
        return ConfigurationFiles.listed().stream()
                .filter(listed -> listed.configuration() == configuration)
                .map(listed -> listed.reason() + ": " + String.join("  ", listed.globs()))
                .toList();
    }
}
