package io.github.confgate.cli;

import io.github.confgate.forge.Target;
import io.github.confgate.inspection.Inspection;
import io.github.confgate.inspection.InspectionRequest;
import io.github.confgate.inspection.Prospect;
import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The range of a run, in a clone that may hold one commit only. What is missing is fetched: base and head with as many
 * commits as usual verdicts take, ten times as many where one takes more, and in the end all of them.
 */
final class ActionRange {

    private static final List<List<String>> DEPTHS =
            List.of(List.of("--depth=100"), List.of("--depth=1000"), List.of("--unshallow"));
    private static final List<String> ALL = List.of();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}");

    private final Engine engine;
    private final Path repository;
    private final @Nullable GitFetch fetch;
    private final Target target;

    /** @param fetch null when nothing may be fetched */
    ActionRange(Engine engine, Path repository, @Nullable GitFetch fetch, Target target) {
        this.engine = engine;
        this.repository = repository;
        this.fetch = fetch;
        this.target = target;
    }

    /** Judges the range, however much of the history that takes. */
    Inspection inspect(Function<RangeRequest, InspectionRequest> request) {
        // Opened before git is started in it: what the checkout has brought along is refused, whatever git would do.
        engine.policyFile(repository);
        boolean shallow = fetch != null && fetch.isShallow();
        for (int step = 0; ; step++) {
            List<String> depth = shallow ? DEPTHS.get(step) : ALL;
            bring(depth);
            try {
                InspectionRequest asked = request.apply(range());
                Prospect prospect = engine.prospect(repository, asked);
                prospect.broughtAlong().ifPresent(ActionRange::refuse);
                bring(prospect, depth);
                return engine.inspect(repository, asked);
            } catch (CannotJudgeException e) {
                if (!shallow || !e.isShallow() || step == DEPTHS.size() - 1) {
                    throw e;
                }
            }
        }
    }

    private static void refuse(String path) {
        throw new UsageException("`policy` names " + path + " of the repository that is judged, which the change could"
                + " bring along: leave it out, and the policy of base judges, or name a file from elsewhere");
    }

    private void bring(List<String> depth) {
        if (fetch == null) {
            return;
        }
        List<String> refs = new ArrayList<>();
        if (!target.branch().isEmpty()) {
            refs.add(GitFetch.ofBranch(target.branch()));
        }
        for (String revision : List.of(target.base(), target.head())) {
            String id = revision.endsWith("^") ? revision.substring(0, revision.length() - 1) : revision;
            if (ID.matcher(id).matches()) {
                refs.add(id);
            } else if (GitFetch.isName(id)) {
                // A branch of the server, or something that the checkout must have.
                fetch.fetchIfThere(depth, List.of(GitFetch.ofBranch(id)));
            }
        }
        if (!refs.isEmpty()) {
            fetch.fetch(depth, refs);
        }
    }

    /** Where the evidence is elsewhere. What does not come is missed by the verdict, which says so. */
    private void bring(Prospect prospect, List<String> depth) {
        if (fetch == null) {
            return;
        }
        prospect.branches().forEach(branch -> fetch.fetchIfThere(depth, List.of(GitFetch.ofBranch(branch))));
        if (prospect.tags()) {
            fetch.fetchIfThere(depth, List.of("+refs/tags/*:refs/tags/*"));
        }
        prospect.notes().ifPresent(notes -> fetch.fetchIfThere(List.of(), List.of(GitFetch.ofNotes(notes))));
    }

    private RangeRequest range() {
        String tracking = GitFetch.tracking(target.branch());
        if (target.branch().isEmpty()) {
            return new RangeRequest.Between(known(target.base()), known(target.head()));
        }
        if (target.update()) {
            return new RangeRequest.Update(target.branch(), target.base(), target.head());
        }
        // The tip of the branch is newer evidence than the commit that an event tells of.
        boolean tip = target.base().isEmpty()
                || (fetch != null && target.pull() != null && target.pull().comments());
        return new RangeRequest.Into(target.branch(), tip ? tracking : target.base(), known(target.head()));
    }

    /** A branch of the server rather than one of the same name that the checkout has left. */
    private String known(String revision) {
        boolean fetched = fetch != null && !ID.matcher(revision).matches() && fetch.has(revision);
        return fetched ? GitFetch.tracking(revision) : revision;
    }
}
