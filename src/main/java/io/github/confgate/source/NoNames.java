package io.github.confgate.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The names of a repository without any. */
record NoNames() implements Names {

    @Override
    public Optional<Revision.Commit> branch(String name) {
        return Optional.empty();
    }

    @Override
    public Revision.Commit defaultBranch() {
        throw new UsageException("there is no branch here");
    }

    @Override
    public Optional<String> defaultBranchName() {
        return Optional.empty();
    }

    @Override
    public Optional<String> branchOf(RangeRequest request, Revision base, List<String> branches) {
        return Optional.empty();
    }

    @Override
    public Optional<Revision.Commit> asOf(Revision.Commit tip, Instant time) {
        return Optional.empty();
    }

    @Override
    public List<Mark> tags(Predicate<String> wanted) {
        return List.of();
    }

    @Override
    public Optional<List<Mark>> notes(String ref) {
        return Optional.empty();
    }
}
