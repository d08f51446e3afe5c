package io.github.confgate.source.git;

import io.github.confgate.source.RangeCommit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Reads every commit that a head has and a base has not. */
final class RangeCommits {

    /** A range of more is no change that somebody could have meant to waive a finding of. */
    private static final int MOST = 10_000;

    private RangeCommits() {}

    static List<RangeCommit> between(Readers readers, ObjectId base, ObjectId head) {
        return readers.read("the commits of the range", reader -> {
            List<RangeCommit> commits = new ArrayList<>();
            try (RevWalk walk = new RevWalk(reader)) {
                walk.markStart(walk.parseCommit(head));
                walk.markUninteresting(walk.parseCommit(base));
                for (RevCommit commit = walk.next(); commit != null && commits.size() < MOST; commit = walk.next()) {
                    PersonIdent author = commit.getAuthorIdent();
                    commits.add(new RangeCommit(
                            commit.name(),
                            author == null ? "" : author.getName(),
                            author == null ? "" : author.getEmailAddress(),
                            commit.getFullMessage()));
                }
            }
            return commits;
        });
    }
}
