package io.github.confgate.fact;

import io.github.confgate.change.Masking;
import io.github.confgate.document.KeyPath;
import io.github.confgate.source.History;
import io.github.confgate.source.SourceFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the ledger draws on.
 *
 * @param history the mainline of base
 * @param base finds a file as base has it
 * @param head finds a file as the range leaves it
 * @param oldPaths path in head to path in base, for renamed files
 * @param at when a soak ends
 * @param environmentSpecific keys that differ by design
 * @param layers which files stack up to what an environment gets
 * @param mapped pairs of texts that mean the same in two environments, by environment name
 */
public record Evidence(
        History history,
        Finder base,
        Finder head,
        Map<String, String> oldPaths,
        Files files,
        EnvironmentMap environments,
        Layers layers,
        Instant at,
        Predicate<KeyPath> environmentSpecific,
        List<Map<String, String>> mapped,
        Masking masking) {

    /** The same with the layers that names tell. */
    public Evidence(
            History history,
            Finder base,
            Finder head,
            Map<String, String> oldPaths,
            Files files,
            EnvironmentMap environments,
            Instant at,
            Predicate<KeyPath> environmentSpecific,
            List<Map<String, String>> mapped,
            Masking masking) {
        this(
                history,
                base,
                head,
                oldPaths,
                files,
                environments,
                Layers.of(environments, List.of(), State.of(head, files)),
                at,
                environmentSpecific,
                mapped,
                masking);
    }

    public Evidence {
        oldPaths = Map.copyOf(oldPaths);
        mapped = List.copyOf(mapped);
    }

    /** The path that base has a file of head under. */
    String basePath(String path) {
        return oldPaths.getOrDefault(path, path);
    }

    /** Finds the file under a path. */
    public interface Finder {
        Optional<SourceFile> file(String path);
    }
}
