package io.github.confgate.fact;

import io.github.confgate.change.Masking;
import io.github.confgate.document.KeyPath;
import io.github.confgate.source.SourceFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the ledger draws on.
 *
 * @param here the mainline of base
 * @param sites where it is recorded what each environment holds
 * @param at when a soak ends
 * @param environmentSpecific keys that differ by design
 * @param mapped pairs of texts that mean the same in two environments, by environment name
 */
public record Evidence(
        Site here,
        Site.Finder sites,
        Instant at,
        Predicate<KeyPath> environmentSpecific,
        List<Map<String, String>> mapped,
        Masking masking) {

    public Evidence {
        mapped = List.copyOf(mapped);
    }

    Finder base() {
        return here.base();
    }

    Finder head() {
        return here.head();
    }

    Files files() {
        return here.files();
    }

    EnvironmentMap environments() {
        return here.environments();
    }

    Layers layers() {
        return here.layers();
    }

    /** Finds the file under a path. */
    public interface Finder {
        Optional<SourceFile> file(String path);
    }
}
