package io.github.confgate.cli;

import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.UsageException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How commands are told a range. */
final class RangeOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "RANGE",
            description = "BASE..HEAD; nothing: the merge base with the default branch against the work tree.")
    @Nullable
    String range;

    @Option(names = "--base", paramLabel = "REV", description = "What the change goes into.")
    @Nullable
    String base;

    @Option(names = "--head", paramLabel = "REV", description = "The change; HEAD when only --base is given.")
    @Nullable
    String head;

    @Option(names = "--staged", description = "The index against HEAD.")
    boolean staged;

    RangeRequest request() {
        List<String> given = new ArrayList<>();
        if (range != null) {
            given.add("'" + range + "'");
        }
        if (base != null || head != null) {
            given.add(base != null ? "--base" : "--head");
        }
        if (staged) {
            given.add("--staged");
        }
        if (given.size() > 1) {
            throw new UsageException(String.join(" and ", given) + " each name a range; give one of them.");
        }
        if (staged) {
            return new RangeRequest.Staged();
        }
        if (range != null) {
            return dotted(range);
        }
        if (base == null && head == null) {
            return new RangeRequest.WorkTreeChanges();
        }
        if (base == null) {
            throw new UsageException("--head needs --base: what does the change go into?");
        }
        return new RangeRequest.Between(named("--base", base), named("--head", head == null ? "HEAD" : head));
    }

    /** Two dots and three mean the same here: a change is judged against the merge base. */
    private static RangeRequest dotted(String range) {
        int dots = range.indexOf("..");
        if (dots < 0) {
            throw new UsageException(
                    "'" + range + "' is no range; write '" + range + "..HEAD' for the change since then.");
        }
        String before = range.substring(0, dots);
        String after = range.substring(dots + (range.startsWith("...", dots) ? 3 : 2));
        if (after.contains("..") || after.startsWith(".") || (before.isEmpty() && after.isEmpty())) {
            throw new UsageException("'" + range + "' is no range; a range is BASE..HEAD.");
        }
        return new RangeRequest.Between(before.isEmpty() ? "HEAD" : before, after.isEmpty() ? "HEAD" : after);
    }

    private static String named(String option, String revision) {
        if (revision.isBlank()) {
            throw new UsageException(option + " is empty; is a variable of the pipeline unset?");
        }
        return revision;
    }
}
