package io.github.confgate.source.git;

import io.github.confgate.source.UsageException;
import java.io.IOException;
import java.util.Set;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Finds the commit that a name means: a branch, a tag, an abbreviated id, {@code HEAD~1}. */
final class RevisionNames {

    private final Repository repository;
    private final Set<ObjectId> shallow;

    RevisionNames(Repository repository, Set<ObjectId> shallow) {
        this.repository = repository;
        this.shallow = shallow;
    }

    /** The commit that Git would take; as in Git, an empty name is {@code HEAD}. */
    ObjectId commit(String written) {
        String name = written.isEmpty() ? Constants.HEAD : written;
        if (name.contains("@{") && !name.contains("@{upstream}")) {
            // What the reflog says differs from clone to clone, so a verdict must not rest on it.
            throw new UsageException(
                    "the revision " + name + " depends on this clone's reflog: name a commit, a branch or a tag");
        }
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId id = repository.resolve(name);
            if (id == null) {
                throw unknown(name, null);
            }
            return walk.parseCommit(id).copy();
        } catch (AmbiguousObjectException e) {
            throw new UsageException("the revision " + name + " means several objects: write more of its digits");
        } catch (RevisionSyntaxException e) {
            throw new UsageException("the revision " + name + " is not written as Git writes revisions");
        } catch (IncorrectObjectTypeException e) {
            throw new UsageException("the revision " + name + " is not a commit");
        } catch (MissingObjectException e) {
            throw unknown(name, e);
        } catch (IOException e) {
            throw Trouble.unreadable("the revision " + name, e);
        }
    }

    private RuntimeException unknown(String name, @Nullable MissingObjectException missing) {
        boolean goesBack = name.indexOf('~') >= 0 || name.indexOf('^') >= 0;
        if (!shallow.isEmpty() && (goesBack || missing != null || ObjectId.isId(name))) {
            return Trouble.shallow("does not hold the revision " + name);
        }
        if (missing != null && !ObjectId.isId(name)) {
            return Trouble.missing("commit", missing.getObjectId());
        }
        return new UsageException("there is no revision " + name + " in this repository: fetch it, or name another");
    }
}
