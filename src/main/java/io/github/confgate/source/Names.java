package io.github.confgate.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What branches, tags and notes of a repository say. */
public interface Names {

    /** The tip of a branch: of the local one, else of {@code origin}'s; empty when this clone has neither. */
    Optional<Revision.Commit> branch(String name);

    /**
     * The tip of the branch that changes are made for.
     *
     * @throws UsageException when none can be told
     */
    Revision.Commit defaultBranch();

    /** The name of that branch, without {@code refs/heads/}; empty when none can be told. */
    Optional<String> defaultBranchName();

    /**
     * The one of some branches that a range is made for: the one that its base is named by, else the one whose tip base
     * is, else the one whose mainline has base. Of several the last.
     */
    Optional<String> branchOf(RangeRequest request, Revision base, List<String> branches);

    /** The newest commit of a mainline whose clock shows no later time; empty when all do. */
    Optional<Revision.Commit> asOf(Revision.Commit tip, Instant time);

    /** The tags with a wanted name that mark commits, sorted by name. */
    List<Mark> tags(Predicate<String> wanted);

    /** The notes of commits under a ref like {@code refs/notes/deployments}; empty when this clone has no such ref. */
    Optional<List<Mark>> notes(String ref);

    /** A repository in which nothing has a name. */
    static Names none() {
        return new NoNames();
    }
}
