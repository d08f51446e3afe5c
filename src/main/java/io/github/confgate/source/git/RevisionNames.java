package io.github.confgate.source.git;

import io.github.confgate.source.UsageException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Finds the commit that a name means: a branch, a tag, an abbreviated id, {@code HEAD~1}. */
final class RevisionNames {

    /** Git takes no fewer digits for an abbreviated id. */
    private static final int SHORTEST_ID = 4;

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
            refuseAmbiguous(name, walk);
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

    /**
     * Who may push a tag or a branch could otherwise choose what a gate compares with: Git itself takes a tag before the
     * branch of that name, and a branch before an abbreviated id, and only warns; JGit takes one before a whole id.
     */
    private void refuseAmbiguous(String written, RevWalk walk) throws IOException {
        String name = written.split("[~^:]|@\\{", 2)[0];
        if (name.isEmpty() || name.equals(Constants.HEAD) || name.startsWith(Constants.R_REFS)) {
            return;
        }
        Map<ObjectId, String> meant = new LinkedHashMap<>();
        for (String prefix : List.of(Constants.R_TAGS, Constants.R_HEADS, Constants.R_REMOTES)) {
            Ref ref = repository.getRefDatabase().exactRef(prefix + name);
            if (ref != null && ref.getObjectId() != null) {
                meant.putIfAbsent(walk.peel(walk.parseAny(ref.getObjectId())).copy(), ref.getName());
            }
        }
        if (!meant.isEmpty() && name.length() >= SHORTEST_ID && AbbreviatedObjectId.isId(name)) {
            for (ObjectId id : walk.getObjectReader().resolve(AbbreviatedObjectId.fromString(name))) {
                if (walk.parseAny(id) instanceof RevCommit) {
                    meant.putIfAbsent(id, id.name());
                }
            }
        }
        if (meant.size() > 1) {
            throw new UsageException("the revision " + name + " means several commits: write one of "
                    + String.join(" and ", meant.values()));
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
