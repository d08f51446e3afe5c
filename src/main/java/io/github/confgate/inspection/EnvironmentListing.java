package io.github.confgate.inspection;

import io.github.confgate.fact.Environment;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How every configuration file of a revision was mapped, and why.
 *
 * @param files sorted by path
 * @param pipeline first stage to last
 * @param declared whether a policy names the pipeline; else it was detected
 * @param configuration names and folders that make a file configuration
 * @param exclusions what is none although its name says so
 */
public record EnvironmentListing(
        List<Mapped> files,
        List<Stage> pipeline,
        boolean declared,
        List<String> configuration,
        List<String> exclusions) {

    public EnvironmentListing {
        files = List.copyOf(files);
        pipeline = List.copyOf(pipeline);
        configuration = List.copyOf(configuration);
        exclusions = List.copyOf(exclusions);
    }

    /**
     * One file.
     *
     * @param environment null for a shared layer and for a file that belongs to none
     * @param counterpart path of the same document in the environment before; null when there is none
     * @param layers the files that stack up to what the environment gets through this one, lowest first, itself among
     *     them; empty where it stands alone
     * @param reason what the mapping was read from, half a sentence
     */
    public record Mapped(
            String path,
            @Nullable Environment environment,
            @Nullable String counterpart,
            List<String> layers,
            String reason) {
        public Mapped {
            layers = List.copyOf(layers);
        }
    }

    /**
     * One stage of the pipeline.
     *
     * @param after names of the stages that come right before it
     * @param soak how long a value has to stay in them; zero when nothing is asked for
     */
    public record Stage(Environment environment, List<String> after, Duration soak) {
        public Stage {
            after = List.copyOf(after);
        }
    }
}
