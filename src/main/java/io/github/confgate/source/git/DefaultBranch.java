package io.github.confgate.source.git;

import io.github.confgate.source.UsageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.Repository;

/**
 * The branch that changes are made for: {@code origin/HEAD}, else {@code main}, else {@code master}; of a bare
 * repository, which others clone, first of all what its {@code HEAD} says.
 *
 * @param name without {@code refs/heads/} or {@code refs/remotes/origin/}
 * @param tip the commit that it is at
 */
record DefaultBranch(String name, ObjectId tip) {

    private static final String ORIGIN = Constants.R_REMOTES + "origin/";
    private static final List<String> CANDIDATES = List.of(
            ORIGIN + Constants.HEAD,
            Constants.R_HEADS + "main",
            ORIGIN + "main",
            Constants.R_HEADS + "master",
            ORIGIN + "master");

    static DefaultBranch of(Repository repository) throws IOException {
        return find(repository)
                .orElseThrow(() ->
                        new UsageException("no default branch can be told (there is no origin/HEAD, main or master):"
                                + " name the range with --base REV --head REV"));
    }

    static Optional<DefaultBranch> find(Repository repository) throws IOException {
        RefDatabase refs = repository.getRefDatabase();
        List<String> candidates = new ArrayList<>(CANDIDATES);
        if (repository.isBare()) {
            candidates.add(0, Constants.HEAD);
        }
        for (String candidate : candidates) {
            Ref ref = refs.exactRef(candidate);
            boolean detached = candidate.equals(Constants.HEAD) && ref != null && !ref.isSymbolic();
            if (ref != null && ref.getObjectId() != null && !detached) {
                return Optional.of(new DefaultBranch(shortName(ref.getLeaf().getName()), ref.getObjectId()));
            }
        }
        return Optional.empty();
    }

    /** Whether {@code HEAD} is this branch, by its name. */
    boolean isCheckedOut(Optional<String> branch) {
        return branch.map(DefaultBranch::shortName).filter(name::equals).isPresent();
    }

    private static String shortName(String ref) {
        if (ref.startsWith(ORIGIN)) {
            return ref.substring(ORIGIN.length());
        }
        return ref.startsWith(Constants.R_HEADS) ? ref.substring(Constants.R_HEADS.length()) : ref;
    }
}
