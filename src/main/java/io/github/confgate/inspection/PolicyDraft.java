package io.github.confgate.inspection;

import java.time.Instant;
import java.util.List;

/**
 * What a first policy can say of a repository, and why.
 *
 * @param files how many configuration files there are
 * @param commits how many commits the mainline has
 * @param stages in promotion order
 * @param formats most files first
 * @param stacks files that names tell to lie over each other, a few of them
 * @param stacked how many files of environments have layers below them
 * @param specific keys that differ by design, as far as history tells; those of most documents first
 * @param highRisk keys of which the same could be said, but which no policy should leave ungated unseen
 * @param mapped texts in addresses that mean the same in two environments, those of most values first
 */
public record PolicyDraft(
        int files,
        int commits,
        List<Stage> stages,
        List<Count> formats,
        List<Stack> stacks,
        int stacked,
        List<Differing> specific,
        List<Differing> highRisk,
        List<Mapped> mapped) {

    public PolicyDraft {
        stages = List.copyOf(stages);
        formats = List.copyOf(formats);
        stacks = List.copyOf(stacks);
        specific = List.copyOf(specific);
        highRisk = List.copyOf(highRisk);
        mapped = List.copyOf(mapped);
    }

    /** Whether values go from one environment to the next, as far as names tell. */
    public boolean isPipeline() {
        return stages.size() > 1;
    }

    /**
     * An environment that was found.
     *
     * @param files how many documents belong to it
     * @param example the path of one of them
     * @param paths globs of the files of which its name alone does not tell that they belong to it
     */
    public record Stage(String name, List<String> after, int files, String example, List<String> paths) {
        public Stage {
            after = List.copyOf(after);
            paths = List.copyOf(paths);
        }
    }

    /** A format and how many files have it. */
    public record Count(String format, int files) {}

    /** What an environment gets of several files, lowest layer first. */
    public record Stack(String environment, List<String> paths) {
        public Stack {
            paths = List.copyOf(paths);
        }
    }

    /**
     * Keys whose values were never the same in an environment and the one before it.
     *
     * @param glob that matches them
     * @param documents in how many documents they stand
     * @param commits how often one of their values became another, and still another than that of the other environment
     * @param since when the first of them differed
     */
    public record Differing(String glob, int documents, int commits, Instant since) {}

    /**
     * A part of addresses that names the environment.
     *
     * @param values how many values it tells apart
     * @param key of one of them
     */
    public record Mapped(String from, String fromText, String to, String toText, int values, String key) {}
}
