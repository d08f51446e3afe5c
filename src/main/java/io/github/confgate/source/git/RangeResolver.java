package io.github.confgate.source.git;

import io.github.confgate.source.CannotJudgeException;
import io.github.confgate.source.Range;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.Revision;
import io.github.confgate.source.UsageException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Turns the range that a caller names into revisions. */
final class RangeResolver {

    private final Repository repository;
    private final Readers readers;
    private final Set<ObjectId> shallow;
    private final RevisionNames names;

    RangeResolver(Repository repository, Readers readers, Set<ObjectId> shallow) {
        this.repository = repository;
        this.readers = readers;
        this.shallow = shallow;
        this.names = new RevisionNames(repository, shallow);
    }

    Range resolve(RangeRequest request) {
        if (request instanceof RangeRequest.Between between) {
            return since(between.base(), between.head());
        }
        if (request instanceof RangeRequest.Into into) {
            return since(into.base(), into.head());
        }
        if (request instanceof RangeRequest.Update update) {
            Revision before = commit(names.commit(update.before()));
            return new Range(before, commit(names.commit(update.after())), before);
        }
        boolean staged = request instanceof RangeRequest.Staged;
        if (repository.isBare()) {
            throw new UsageException("a bare repository has no " + (staged ? "index" : "work tree")
                    + ": name the range with --base REV --head REV");
        }
        Head head = readers.read("HEAD", reader -> head());
        ObjectId tip = head.commit();
        if (tip == null) {
            Revision empty = new Revision.Empty();
            return new Range(empty, staged ? new Revision.Index() : new Revision.WorkTree(), empty);
        }
        names.commit(tip.name());
        return staged ? new Range(commit(tip), new Revision.Index(), commit(tip)) : workTree(head, tip);
    }

    private Range since(String base, String head) {
        ObjectId before = names.commit(base);
        ObjectId after = names.commit(head);
        return new Range(commit(before), commit(after), commit(mergeBase(before, after)));
    }

    private Range workTree(Head head, ObjectId tip) {
        DefaultBranch branch = readers.read("the default branch", r -> DefaultBranch.of(repository));
        if (branch.isCheckedOut(head.branch())) {
            return new Range(commit(tip), new Revision.WorkTree(), commit(tip));
        }
        ObjectId base = names.commit(branch.tip().name());
        return new Range(commit(base), new Revision.WorkTree(), commit(mergeBase(base, tip)));
    }

    private ObjectId mergeBase(ObjectId base, ObjectId head) {
        if (base.equals(head)) {
            return base;
        }
        Optional<ObjectId> common = readers.read("the history of " + head.name(), reader -> {
            try (RevWalk walk = new RevWalk(reader)) {
                walk.setRetainBody(false);
                return Optional.ofNullable(MergeBase.of(walk, base, head));
            }
        });
        if (common.isPresent()) {
            return common.get();
        }
        if (!shallow.isEmpty()) {
            throw Trouble.shallow("does not hold the merge base of " + base.name() + " and " + head.name());
        }
        throw new CannotJudgeException("the commits " + base.name() + " and " + head.name()
                + " have no common history, so there is no merge base to compare with: name another base");
    }

    /**
     * @param branch full name of the branch; empty when {@code HEAD} is detached
     * @param commit null while the branch has no commit
     */
    private record Head(Optional<String> branch, @Nullable ObjectId commit) {}

    private Head head() throws IOException {
        Ref head = repository.getRefDatabase().exactRef(Constants.HEAD);
        if (head == null) {
            return new Head(Optional.empty(), null);
        }
        Optional<String> branch = head.isSymbolic() ? Optional.of(head.getLeaf().getName()) : Optional.empty();
        return new Head(branch, head.getObjectId());
    }

    private static Revision commit(ObjectId id) {
        return new Revision.Commit(id.name());
    }
}
