package io.github.confgate.inspection;

import io.github.confgate.document.ConfigurationFiles;
import io.github.confgate.fact.DeclaredEnvironment;
import io.github.confgate.fact.Environment;
import io.github.confgate.fact.EnvironmentMap;
import io.github.confgate.fact.Layers;
import io.github.confgate.fact.Pipeline;
import io.github.confgate.fact.Placement;
import io.github.confgate.fact.State;
import io.github.confgate.source.Revision;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.verdict.Policy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists how every configuration file of a revision is mapped. */
final class EnvironmentLister {

    private EnvironmentLister() {}

    static EnvironmentListing list(
            SourceReader reader, Revision revision, Policy policy, @Nullable DeclaredEnvironment ground) {
        ConfigurationFiles configuration = ConfigurationFiles.with(policy.documents(), policy.environmentPaths());
        Map<String, SourceFile> files = new TreeMap<>();
        reader.files(revision, path -> configuration.choose(path).configuration())
                .forEach(file -> files.put(file.path(), file));
        FileStore store = new FileStore(reader, configuration, policy.limits());
        EnvironmentMap map = EnvironmentMap.of(
                files.keySet(), Map.of(), sections(files, store, policy), policy.environments(), ground);
        State state = State.of(path -> Optional.ofNullable(files.get(path)), store);
        Layers layers = Layers.of(map, policy.layers(), state);
        Pipeline pipeline = map.pipeline();
        return new EnvironmentListing(
                map.all().stream()
                        .flatMap(placement ->
                                Stream.concat(Stream.of(placement), map.sections(placement.path()).stream()))
                        .map(placement -> mapped(map, layers, placement))
                        .toList(),
                pipeline.stages().stream()
                        .map(stage ->
                                new EnvironmentListing.Stage(Environment.of(stage.name()), stage.after(), stage.soak()))
                        .toList(),
                pipeline.declared(),
                globs(true),
                globs(false));
    }

    /** Files are read only where keys tell environments. */
    private static Map<String, Set<String>> sections(Map<String, SourceFile> files, FileStore store, Policy policy) {
        Map<String, Set<String>> sections = new HashMap<>();
        if (policy.environments().stream().anyMatch(each -> !each.keys().isEmpty())) {
            files.forEach((path, file) -> store.document(file)
                    .map(document -> EnvironmentMap.sections(document, policy.environments()))
                    .ifPresent(names -> sections.put(path, names)));
        }
        return sections;
    }

    private static EnvironmentListing.Mapped mapped(EnvironmentMap map, Layers layers, Placement found) {
        Placement placement = layers.place(found);
        Environment environment = placement.environment();
        @Nullable
        String counterpart = environment == null
                ? null
                : map.pipeline(placement)
                        .of(environment)
                        .flatMap(stage -> first(map, placement, stage.after()))
                        .orElse(null);
        return new EnvironmentListing.Mapped(
                placement.path(), environment, counterpart, stack(layers, placement), placement.reason());
    }

    private static List<String> stack(Layers layers, Placement placement) {
        List<String> paths = layers.stack(placement).paths();
        return paths.size() > 1 ? paths : List.of();
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
